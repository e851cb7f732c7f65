import { expect, type Page } from '@playwright/test';
import { seededRandom } from '../src/numbers/random';
import { makePhotos } from './fixtures/photos';
import { journeysOnOnePage } from './one-page';
import {
  addImages,
  addPhotosOnly,
  chooseFor,
  classNamed,
  image,
  images,
  newProject,
  openPage,
} from './person';

/*
 * A handful of random sequences in a real browser; a thousand against a disk in memory stand in
 * src/engine/persistence/random-acts.test.ts.
 */

const CLASSES = ['cats', 'dogs'] as const;
type Model = Record<(typeof CLASSES)[number], string[]>;

async function shown(page: Page): Promise<Model> {
  const namesIn = (name: string) =>
    images(classNamed(page, name)).evaluateAll((all) => all.map((one) => one.ariaLabel ?? ''));
  const [cats, dogs] = await Promise.all(CLASSES.map(namesIn));
  return { cats: (cats ?? []).sort(), dogs: (dogs ?? []).sort() };
}

const test = journeysOnOnePage(openPage);

for (const seed of [1, 2, 3]) {
  test(`whatever is done, what should be there is there, also after reloads (seed ${seed})`, async ({
    page,
  }) => {
    const random = seededRandom(seed);
    const one = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
    await newProject(page);
    await addPhotosOnly(page, ['cat', 'dog'], 3);
    await expect(images(page)).toHaveCount(6);
    const extra = await makePhotos({ classes: [`new${seed}`], perClass: 6, size: 160, seed });
    let model = await shown(page);
    let past: Model[] = [];
    let future: Model[] = [];
    const edit = (change: (next: Model) => void) => {
      past.push(model);
      future = [];
      model = structuredClone(model);
      change(model);
    };
    const acts = {
      async add() {
        const photo = extra.pop();
        const to = one(CLASSES) ?? 'cats';
        if (!photo) return;
        edit((next) => next[to].push(photo.name));
        await addImages(page, [photo], { to });
      },
      async move() {
        const from = one(CLASSES) ?? 'cats';
        const to = from === 'cats' ? 'dogs' : 'cats';
        const name = one(model[from]);
        if (name === undefined) return;
        edit((next) => {
          next[from] = next[from].filter((other) => other !== name);
          next[to].push(name);
        });
        await chooseFor(page, name, 'Move to …', to);
      },
      async delete() {
        const from = one(CLASSES) ?? 'cats';
        const name = one(model[from]);
        if (name === undefined) return;
        edit((next) => {
          next[from] = next[from].filter((other) => other !== name);
        });
        await image(page, name).click();
        await page.keyboard.press('Delete');
      },
      async undo() {
        const before = past.pop();
        if (before) {
          future.push(model);
          model = before;
        } else return;
        await page.keyboard.press('Control+z');
      },
      async redo() {
        const next = future.pop();
        if (next) {
          past.push(model);
          model = next;
        } else return;
        await page.keyboard.press('Control+Shift+z');
      },
      async reload() {
        await page.waitForTimeout(1000);
        await page.reload();
        [past, future] = [[], []];
      },
    };
    const names = ['add', 'move', 'delete', 'delete', 'undo', 'undo', 'redo', 'reload'] as const;
    const log: string[] = [];
    for (let act = 0; act < 12; act++) {
      const name = act === 11 ? 'reload' : (one(names) ?? 'undo');
      log.push(name);
      await acts[name]();
      const wanted = { cats: model.cats.toSorted(), dogs: model.dogs.toSorted() };
      await expect.poll(() => shown(page), { message: log.join(' ') }).toEqual(wanted);
    }
  });
}
