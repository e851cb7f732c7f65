import { vi } from 'vitest';
import { type App, createApp } from '../app/create-app';
import type { AppState } from '../state/slices/types';
import { TestEnvironment } from './test-environment';

/** For tests: a whole app, with a browser that the test commands. */
export interface TestApp extends App {
  browser: TestEnvironment;
  state(): AppState;
  /** The last worker of each kind that was started. */
  trainer(): TestEnvironment['trainers'][number];
  backbone(): TestEnvironment['backbones'][number];
  /** Adds files to a class of this name. */
  addImages(className: string, ...names: string[]): Promise<void>;
  imageId(name: string): string;
  classId(name: string): string;
  /** Resolves when every image has its tokens, or has failed. */
  untilTokens(): Promise<void>;
}

/**
 * @param prepare changes the browser before the app is made.
 * @param before the app of an earlier visit with the same browser.
 */
export function testApp(
  prepare: (browser: TestEnvironment) => void = () => undefined,
  before?: TestApp,
): TestApp {
  vi.stubGlobal('OffscreenCanvas', BlankCanvas);
  const browser = new TestEnvironment(before?.browser);
  prepare(browser);
  const app = createApp(browser);
  const state = () => app.store.getState();
  const idOf = (entries: readonly { id: string; name: string }[], name: string) => {
    const found = entries.find((entry) => entry.name === name);
    if (!found) throw new Error(`Nothing is named ${name}.`);
    return found.id;
  };
  return {
    ...app,
    browser,
    state,
    trainer: () => lastOf(browser.trainers),
    backbone: () => lastOf(browser.backbones),
    async addImages(className, ...names) {
      const files = names.map((name) => ({
        file: new File([`GIF89a ${name}`], name),
        folder: className,
      }));
      await app.commands.addFiles({ files, emptyFolders: [] }, null);
    },
    imageId: (name) => idOf(state().images, name),
    classId: (name) => idOf(state().classes, name),
    untilTokens: () =>
      soon(() =>
        state().images.every(({ status: { kind } }) => kind === 'ready' || kind === 'failed'),
      ),
  };
}

/** Resolves as soon as something is so; a test whose time is over says what it waited for. */
export async function soon(isSo: () => boolean): Promise<void> {
  await vi.waitFor(
    () => {
      if (!isSo()) throw new Error(`Not yet: ${isSo}`);
    },
    { interval: 2, timeout: 5000 },
  );
}

/** Resolves when everything that has been answered by now has come through. */
export async function calm(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setTimeout(resolve));
}

/** Draws nothing. */
class BlankCanvas {
  getContext = () => ({
    createLinearGradient: () => ({ addColorStop: () => undefined }),
    fillRect: () => undefined,
  });
  convertToBlob = async () => new Blob(['test crop']);
}

function lastOf<T>(workers: readonly T[]): T {
  const found = workers.at(-1);
  if (!found) throw new Error('No worker was started.');
  return found;
}
