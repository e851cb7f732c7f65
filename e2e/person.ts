import { expect, type Locator, type Page } from '@playwright/test';
import type { FilePayload } from './fixtures/file-payload';
import { makePhotos } from './fixtures/photos';
import { tinyVit } from './fixtures/tiny-vit';
import { STAND_IN, type StandIn } from './stand-in';

/** What a person does on the page, by the names that stand on it, and where they look afterwards. */

export interface Visit {
  /**
   * `bundled` is the backbone that people get. The default stands in for it where a journey is
   * about something else: extraction then takes no time.
   */
  backbone?: 'bundled' | StandIn;
  /**
   * Cores that the page may think it has. Two journeys run at a time on a machine that may have two
   * cores, and threads beyond the cores wait for each other actively: arithmetic then costs nearly
   * twice as much. So each journey takes one, and those with the bundled backbone, or about threads,
   * what there is, as people do.
   */
  cores?: 'one' | 'all';
  /** For benchmarks whose page has been built for a tiny backbone with so many patches to a side. */
  grid?: number;
}

/** Opens the page and waits until it can be used. */
export async function openPage(page: Page, visit: Visit = {}): Promise<void> {
  await goToPage(page, visit);
  await expect(page.getByRole('button', { name: 'Try the samples' })).toBeVisible();
}

/** Opens the page, which may have something from an earlier visit. */
export async function goToPage(
  page: Page,
  { backbone = 'tiny', grid, cores = backbone === 'bundled' || grid ? 'all' : 'one' }: Visit = {},
): Promise<void> {
  if (grid !== undefined) await serveBackbone(page, tinyVit({ grid }));
  else if (backbone !== 'bundled') await askForStandIn(page, backbone);
  if (cores === 'one') {
    await page.addInitScript(() =>
      Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => 1 }),
    );
  }
  await page.goto('/');
}

async function askForStandIn(page: Page, name: StandIn): Promise<void> {
  const cookie = { name: STAND_IN, value: name, domain: 'localhost', path: '/' };
  await page.context().addCookies([cookie]);
}

/**
 * Answers every request for the backbone's file with `model`, or says that there is none; what was
 * given last counts.
 */
export async function serveBackbone(page: Page, model: Buffer | null): Promise<void> {
  await page
    .context()
    .route('**/models/*/model.onnx', (route) =>
      model
        ? route.fulfill({ body: model, contentType: 'application/octet-stream' })
        : route.fulfill({ status: 404 }),
    );
}

/** Begins anew on the same page, as the menu of projects offers it. */
export async function newProject(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Project: / }).click();
  await page.getByRole('menuitem', { name: 'New project' }).click();
  await expect(page.getByRole('button', { name: 'Project: New project' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try the samples' })).toBeVisible();
}

/** Waits until the workers run, and gives what the page calls their device. */
export async function untilRunning(page: Page): Promise<string> {
  const device = deviceButton(page);
  await device.filter({ hasText: /WebAssembly ×|WebGPU/ }).waitFor({ timeout: 60_000 });
  return (await device.textContent()) ?? '';
}

export function deviceButton(page: Page): Locator {
  return page.getByRole('banner').getByRole('button', { name: /Hiera-T|WebAssembly|WebGPU/ });
}

/** 48 images in 4 classes. */
export async function trySamples(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try the samples' }).click();
  await expect(page.getByText('Train a probe to see').or(trainButton(page))).not.toHaveCount(0);
}

/** Picks files in the file dialog, for one class or for the page to decide. */
export async function addImages(
  page: Page,
  files: FilePayload[],
  { to }: { to?: string } = {},
): Promise<void> {
  const name = to === undefined ? 'Add images' : `Choose files for ${to}`;
  const dialog = page.waitForEvent('filechooser');
  await page.getByRole('button', { name, exact: true }).click();
  await (await dialog).setFiles(files);
}

export async function addFolder(page: Page, directory: string): Promise<void> {
  const dialog = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add folder' }).click();
  await (await dialog).setFiles(directory);
}

/** Adds a class and types its name. */
export async function addClass(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add class' }).click();
  await page.getByRole('textbox', { name: 'Name of the class' }).fill(name);
  await page.keyboard.press('Enter');
  await expect(classNamed(page, name)).toBeVisible();
}

/**
 * Adds a class with so many photos for each kind ("cat" gives "cats" with cat-01.jpg…), and waits for
 * their tokens. Most journeys need no more than a few images.
 */
export async function addPhotos(
  page: Page,
  kinds: readonly string[] = ['cat', 'dog'],
  perClass = 6,
): Promise<void> {
  await addPhotosOnly(page, kinds, perClass);
  await untilExtracted(page, kinds.length * perClass);
}

/** As `addPhotos`, without waiting for their tokens. @param seed the same one gives the same pictures. */
export async function addPhotosOnly(
  page: Page,
  kinds: readonly string[] = ['cat', 'dog'],
  perClass = 6,
  seed = 5,
): Promise<void> {
  const photos = await makePhotos({ classes: kinds, perClass, size: 160, seed });
  for (const [index, kind] of kinds.entries()) {
    await addClass(page, `${kind}s`);
    const ofKind = photos.slice(index * perClass, (index + 1) * perClass);
    await addImages(page, ofKind, { to: `${kind}s` });
  }
}

export function classNamed(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true });
}

/** Thumbnails, of one class or of all. */
export function images(within: Page | Locator): Locator {
  return within.getByRole('button', { name: /\.(webp|jpe?g|png|gif|svg|heic|avif)$/ });
}

export function image(within: Page | Locator, name: string): Locator {
  return within.getByRole('button', { name, exact: true });
}

/** Opens the menu of an image and chooses an entry; all but the last open a submenu. */
export async function chooseFor(page: Page, file: string, ...path: string[]): Promise<void> {
  await image(page, file).click({ button: 'right' });
  for (const [depth, item] of path.entries()) {
    const entry = page.getByRole('menuitem', { name: new RegExp(`^${item}`) });
    if (depth < path.length - 1) await entry.hover();
    else await entry.click();
  }
}

/** The images' names in the order of the filmstrip. */
export async function allImages(page: Page): Promise<string[]> {
  const frames = page.getByRole('listbox', { name: 'All images' }).getByRole('option');
  return frames.evaluateAll((options) => options.map((option) => option.ariaLabel ?? ''));
}

/**
 * Waits until every image has its tokens. Like all that is waited for long, not with `expect`: each
 * of its looks describes the whole page, should it be the last.
 */
export async function untilExtracted(page: Page, count: number, timeout = 90_000): Promise<void> {
  await page.getByText(new RegExp(`^${count} images`)).waitFor({ timeout });
}

export function trainButton(page: Page): Locator {
  return page.getByRole('button', { name: 'Train', exact: true });
}

/** Chooses a probe by its label: `EP`, `GAP`, `AIM`, … */
export async function chooseProbe(page: Page, label: string): Promise<void> {
  const radio = page.getByRole('radio', { name: label, exact: true });
  if ((await radio.count()) > 0) return radio.click();
  await page.getByRole('button', { name: /^Other probes/ }).click();
  await page.getByRole('menuitemradio', { name: new RegExp(`^${label}`) }).click();
}

/** Presses Train as soon as it can be pressed. */
export async function train(page: Page): Promise<void> {
  await expect(trainButton(page)).toBeEnabled();
  await trainButton(page).click();
}

export function result(page: Page): Locator {
  return page.getByRole('status');
}

/** Waits for the result, and gives the held-out accuracy in percent. */
export async function untilTrained(page: Page): Promise<number> {
  await result(page)
    .filter({ hasText: /Held-out accuracy \d+ %/ })
    .waitFor({ timeout: 90_000 });
  const [, percent] = /accuracy (\d+) %/.exec((await result(page).textContent()) ?? '') ?? [];
  return Number(percent);
}

/** The title of the image on show, with what the trained probe says about it. */
export function title(page: Page, file: string): Locator {
  return page.getByRole('heading', { level: 2, name: file, exact: true }).locator('..');
}

/** What the page says in the corner; errors stay until they are dismissed. */
export function messages(page: Page): Locator {
  return page.getByRole('log', { name: 'Messages' });
}

export async function chooseDevice(page: Page, name: string): Promise<void> {
  await deviceButton(page).click();
  await page.getByRole('menuitemradio', { name: new RegExp(`^${name}`) }).click();
}
