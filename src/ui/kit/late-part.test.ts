import { afterEach, expect, test, vi } from 'vitest';
import { LatePart } from './late-part';

afterEach(() => {
  vi.useRealTimers();
});

const mended = async () => undefined;

test('what comes is here, and who listens hears of it', async () => {
  const part = new LatePart(async () => 'chart', mended);
  const listener = vi.fn();
  const stop = part.subscribe(listener);
  expect(part.read()).toEqual({ kind: 'coming' });
  await part.ask();
  expect(part.read()).toEqual({ kind: 'here', part: 'chart' });
  expect(listener).toHaveBeenCalledTimes(1);
  stop();
});

test('what fails is missing, and can be asked for again, its styles first', async () => {
  const asked: string[] = [];
  let up = false;
  const part = new LatePart(
    async () => {
      asked.push('script');
      if (!up) throw new TypeError('Failed to fetch dynamically imported module');
      return 'chart';
    },
    async () => {
      asked.push('styles');
      if (!up) throw new Error('No style.');
    },
  );
  await part.ask();
  expect(part.read()).toEqual({ kind: 'missing' });
  const again = part.askAgain();
  expect(part.read()).toEqual({ kind: 'coming' });
  await again;
  expect(part.read()).toEqual({ kind: 'missing' });
  up = true;
  await part.askAgain();
  expect(part.read()).toEqual({ kind: 'here', part: 'chart' });
  expect(asked).toEqual(['script', 'styles', 'styles', 'script']);
});

test('what never answers is missing after a while, and here should it come after all', async () => {
  vi.useFakeTimers();
  let come: (part: string) => void = () => undefined;
  const part = new LatePart(() => new Promise<string>((resolve) => (come = resolve)), mended);
  const asking = part.ask();
  await vi.advanceTimersByTimeAsync(29_000);
  expect(part.read()).toEqual({ kind: 'coming' });
  await vi.advanceTimersByTimeAsync(2000);
  expect(part.read()).toEqual({ kind: 'missing' });
  come('chart');
  await asking;
  expect(part.read()).toEqual({ kind: 'here', part: 'chart' });
});
