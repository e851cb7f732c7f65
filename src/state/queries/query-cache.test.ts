import { beforeEach, expect, test, vi } from 'vitest';
import { type AskOptions, QueryCache } from './query-cache';

interface Asked {
  key: string;
  options: AskOptions<number>;
  resolve(value: string): void;
  reject(error: Error): void;
}

let asked: Asked[];
let answers: QueryCache<string, string, number>;

beforeEach(() => {
  asked = [];
  answers = new QueryCache(
    (key) => key,
    2,
    (key, options) =>
      new Promise((resolve, reject) => asked.push({ key, options, resolve, reject })),
  );
});

/** The call number `index` that reached the source. */
function call(index: number): Asked {
  const found = asked[index];
  if (!found) throw new Error(`Only ${asked.length} calls were made.`);
  return found;
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

/** Wants a key until it is there, then lets go. */
async function once(key: string): Promise<void> {
  const release = answers.want(key);
  asked.at(-1)?.resolve(key);
  await settled();
  release();
  await settled();
}

test('what several want is asked for once, and told to all', async () => {
  const listener = vi.fn();
  answers.subscribe(listener);
  answers.want('a');
  answers.want('a');
  expect(answers.read('a')).toEqual({ kind: 'asking', progress: null });
  call(0).options.onProgress(3);
  expect(answers.read('a')).toEqual({ kind: 'asking', progress: 3 });
  call(0).resolve('answer');
  await settled();
  expect(answers.read('a')).toEqual({ kind: 'ready', value: 'answer' });
  expect(asked).toHaveLength(1);
  expect(listener).toHaveBeenCalledTimes(3);
});

test('an answer stays the same object until it changes', async () => {
  answers.want('a');
  const before = answers.read('a');
  expect(answers.read('a')).toBe(before);
  call(0).resolve('answer');
  await settled();
  expect(answers.read('a')).toBe(answers.read('a'));
});

test('what nobody wants any more is aborted, and its late answer is nobody’s news', async () => {
  const [first, second] = [answers.want('a'), answers.want('a')];
  first();
  // Twice by mistake: the other one still wants it.
  first();
  await settled();
  expect(call(0).options.signal.aborted).toBe(false);
  second();
  await settled();
  expect(call(0).options.signal.aborted).toBe(true);
  const listener = vi.fn();
  answers.subscribe(listener);
  call(0).resolve('too late');
  await settled();
  expect(listener).not.toHaveBeenCalled();
  expect(answers.read('a')).toBeNull();
});

test('letting go and taking up again at once goes on with the same call', async () => {
  const release = answers.want('a');
  release();
  answers.want('a');
  await settled();
  expect(asked).toHaveLength(1);
  expect(call(0).options.signal.aborted).toBe(false);
});

test('finished answers are kept for those who come back, the last used longest', async () => {
  await once('a');
  await once('b');
  answers.want('a')();
  await once('c');
  expect(answers.read('a')).toMatchObject({ value: 'a' });
  expect(answers.read('b')).toBeNull();
  expect(answers.read('c')).toMatchObject({ value: 'c' });
  answers.want('a');
  expect(asked.map(({ key }) => key)).toEqual(['a', 'b', 'c']);
});

test('what is on show is never forgotten, however much there is', async () => {
  for (const key of ['a', 'b', 'c']) {
    answers.want(key);
    asked.at(-1)?.resolve(key);
  }
  await settled();
  await once('d');
  expect(['a', 'b', 'c'].map((key) => answers.read(key)?.kind)).toEqual([
    'ready',
    'ready',
    'ready',
  ]);
});

test('a failure says why, and is asked anew only on demand', async () => {
  const release = answers.want('a');
  call(0).reject(new Error('No such head.'));
  await settled();
  expect(answers.read('a')).toEqual({
    kind: 'failed',
    failure: { code: 'unexpected', detail: 'No such head.' },
  });
  answers.want('a')();
  expect(asked).toHaveLength(1);
  answers.retry('a');
  expect(answers.read('a')).toEqual({ kind: 'asking', progress: null });
  // Those who wanted it before can still let it go.
  release();
  await settled();
  expect(call(1).options.signal.aborted).toBe(true);
  expect(answers.read('a')).toBeNull();
});

test('a retry leaves alone what did not fail', async () => {
  answers.want('a');
  answers.retry('a');
  expect(asked).toHaveLength(1);
});

test('clearing aborts what is under way and forgets the rest', async () => {
  await once('a');
  const release = answers.want('b');
  answers.clear();
  expect(call(1).options.signal.aborted).toBe(true);
  expect(answers.read('a')).toBeNull();
  expect(answers.read('b')).toBeNull();
  answers.want('b');
  // Whoever held the old one does not end the new one.
  release();
  await settled();
  expect(call(2).options.signal.aborted).toBe(false);
});
