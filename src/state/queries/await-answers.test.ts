import { expect, test } from 'vitest';
import { awaitAnswers } from './await-answers';
import { type AskOptions, QueryCache } from './query-cache';

interface Asked {
  answer(value: string): void;
  fail(reason: string): void;
  options: AskOptions<never>;
}

function answersToBe() {
  const asked = new Map<number, Asked>();
  const answers = new QueryCache<number, string>(
    String,
    10,
    (args, options) =>
      new Promise((resolve, reject) => {
        asked.set(args, { answer: resolve, fail: (why) => reject(new Error(why)), options });
      }),
  );
  return { asked, answers };
}

test('several answers come in the order of what was asked, and stay known', async () => {
  const { asked, answers } = answersToBe();
  const counts: number[] = [];
  const both = awaitAnswers(answers, [1, 2], { onProgress: (done) => counts.push(done) });
  asked.get(2)?.answer('two');
  await Promise.resolve();
  asked.get(1)?.answer('one');
  expect(await both).toEqual(['one', 'two']);
  expect(counts).toEqual([0, 1, 2]);
  expect(answers.read(1)).toEqual({ kind: 'ready', value: 'one' });
});

test('cancelling takes back what is not answered yet', async () => {
  const { asked, answers } = answersToBe();
  const controller = new AbortController();
  const both = awaitAnswers(answers, [1, 2], { signal: controller.signal });
  asked.get(1)?.answer('one');
  await Promise.resolve();
  controller.abort();
  await expect(both).rejects.toThrow('Cancelled.');
  expect(asked.get(2)?.options.signal.aborted).toBe(true);
  expect(answers.read(2)).toBeNull();
});

test('one failure is the failure of all', async () => {
  const { asked, answers } = answersToBe();
  const both = awaitAnswers(answers, [1, 2]);
  asked.get(2)?.fail('No tokens.');
  const failure = { code: 'unexpected', detail: 'No tokens.' };
  await expect(both).rejects.toMatchObject({ name: 'AppError', failure });
});

test('nothing asked is answered at once', async () => {
  expect(await awaitAnswers(answersToBe().answers, [])).toEqual([]);
});

test('answers that are forgotten meanwhile end the waiting', async () => {
  const { answers } = answersToBe();
  const one = awaitAnswers(answers, [1]);
  answers.clear();
  await expect(one).rejects.toThrow('Cancelled.');
});
