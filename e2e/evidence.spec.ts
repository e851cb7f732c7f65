import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import { mapsOn } from './maps';
import { journeysOnOnePage } from './one-page';
import { addPhotos, allImages, chooseProbe, image, openPage, train, untilTrained } from './person';

const KINDS = ['cat', 'dog', 'tree', 'lamp'];

const layer = (page: Page, name: 'Attention' | 'Evidence') => page.getByRole('radio', { name });
const forClass = (page: Page) => page.getByRole('combobox', { name: 'Evidence for' });
const againstClass = (page: Page) => page.getByRole('combobox', { name: 'Against' });
const reading = (page: Page) => page.locator('.reading--evidence');
const large = (page: Page) => page.getByRole('group', { name: /^Patches of/ });

const test = journeysOnOnePage(async (page) => {
  await openPage(page);
  await addPhotos(page, KINDS, 4);
});

/** Trains a probe and looks at the first image. @returns its name. */
async function seeTheFirst(page: Page, probe: string): Promise<string> {
  await chooseProbe(page, probe);
  await train(page);
  await untilTrained(page);
  const [first = ''] = await allImages(page);
  await image(page, first).click();
  return first;
}

/** The numbers over the bars as they are shown, the sum last; what says nothing is left out. */
async function numbersShown(page: Page): Promise<number[]> {
  const texts = await reading(page).locator('.part__number').allInnerTexts();
  return texts.filter((text) => text !== '').map((text) => Number(text.replace('−', '-')));
}

/** Checks that the numbers over the bars add up as they stand there, and gives their sum. */
async function checkedSum(page: Page): Promise<number> {
  const numbers = await numbersShown(page);
  const total = numbers.at(-1) ?? Number.NaN;
  expect(numbers.slice(0, -1).reduce((sum, part) => sum + part, 0)).toBeCloseTo(total, 6);
  return total;
}

/** The logit of a class, once it stands there. */
async function logitOf(page: Page, name: string): Promise<number> {
  await forClass(page).selectOption({ label: name });
  await expect(reading(page)).toContainText(`Evidence for ${name}: queries`);
  return checkedSum(page);
}

/** What the page says each class's probability is, 0…1. */
async function probabilitiesShown(page: Page): Promise<number[]> {
  const bars = page.getByRole('list', { name: 'Class probabilities' }).getByRole('listitem');
  const texts = await bars.allInnerTexts();
  return texts.map((text) => Number(/(\d+) %/.exec(text)?.[1]) / 100);
}

function softmax(logits: number[]): number[] {
  const powers = logits.map((logit) => Math.exp(logit - Math.max(...logits)));
  const all = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / all);
}

/**
 * Goes to the next choice with an arrow key. A choice follows these only while they are held down, as
 * by any finger; a machine that is busy with other journeys needs a slower one.
 */
async function arrowTo(page: Page, key: string, choice: Locator): Promise<void> {
  await page.keyboard.down(key);
  await expect(choice).toBeFocused();
  await page.keyboard.up(key);
  await expect(choice).toBeChecked();
}

/** How colourful a canvas is: 0 for a grey photo. */
function colourOf(canvas: Locator): Promise<number> {
  return canvas.evaluate((element: HTMLCanvasElement) => {
    const { width, height } = element;
    const pixels = element.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
    let sum = 0;
    for (let at = 0; at < pixels.length; at += 4) {
      sum += Math.abs((pixels[at] ?? 0) - (pixels[at + 2] ?? 0));
    }
    return sum / (pixels.length / 4);
  });
}

test('a logit is split over queries and patches, for a class and against another', async ({
  page,
}) => {
  await expect(layer(page, 'Evidence')).toBeDisabled();
  await expect(page.getByText('Evidence needs a trained probe.')).toBeVisible();
  const first = await seeTheFirst(page, 'EP');

  const [map] = await mapsOn(page, first).all();
  if (!map) throw new Error('There is no map.');
  await expect(map).toHaveAccessibleDescription(/^\d+ % (in|at|on) the |^spread /);
  await layer(page, 'Evidence').click();
  await expect(reading(page)).toContainText(/Evidence for .+: queries .+, constant .+ = /);

  await test.step('every class has its logit, and together they give the probabilities', async () => {
    const logits: number[] = [];
    for (const kind of KINDS) logits.push(await logitOf(page, `${kind}s`));
    const shown = await probabilitiesShown(page);
    for (const [index, probability] of softmax(logits).entries()) {
      expect(Math.abs(probability - (shown[index] ?? Number.NaN))).toBeLessThan(0.012);
    }

    await forClass(page).selectOption({ label: 'dogs' });
    await againstClass(page).selectOption({ label: 'lamps' });
    await expect(reading(page)).toContainText('Evidence for dogs and not lamps: queries');
    const difference = await checkedSum(page);
    expect(Math.abs(difference - ((logits[1] ?? 0) - (logits[3] ?? 0)))).toBeLessThan(0.016);
  });

  await test.step('a class is never weighed against itself', async () => {
    await expect(againstClass(page).getByRole('option', { name: 'dogs' })).toHaveCount(0);
    await forClass(page).selectOption({ label: 'lamps' });
    await expect(againstClass(page)).toHaveValue('');
    await expect(reading(page)).toContainText('Evidence for lamps: queries');
  });

  await test.step('maps show it, and say where it lies', async () => {
    await expect(map).toHaveAccessibleDescription(/^most for: .+; most against: .+/);
    const figure = page.getByRole('img', { name: `All queries on ${first}` });
    await expect(figure).toHaveAccessibleDescription(/^most for: /);
    expect(await colourOf(figure)).toBeGreaterThan(1);
  });

  await test.step('pointing at a patch shows what each query says there', async () => {
    const whole = await numbersShown(page);
    await large(page).hover({ position: { x: 100, y: 150 } });
    await expect(reading(page)).toContainText(/on row \d+, column \d+: .+ most through query \d/);
    await checkedSum(page);
    expect(await numbersShown(page)).not.toEqual(whole);
    await page.mouse.move(5, 5);
    await expect.poll(() => numbersShown(page)).toEqual(whole);
  });

  await test.step('another image has its own', async () => {
    const before = await reading(page).textContent();
    await page.getByRole('button', { name: 'Next image' }).click();
    await expect(reading(page)).not.toHaveText(before ?? '');
    await checkedSum(page);
  });

  const { violations } = await new AxeBuilder({ page }).include('.sees').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);

  await layer(page, 'Attention').click();
  await expect(page.getByText('Attention of each query: point at a patch')).toBeVisible();
});

test('with the keyboard: layer, classes, patches, and how it is drawn', async ({ page }) => {
  const first = await seeTheFirst(page, 'EP');
  await layer(page, 'Attention').focus();
  await arrowTo(page, 'ArrowRight', layer(page, 'Evidence'));
  await expect(reading(page)).toBeVisible();

  await forClass(page).focus();
  await page.keyboard.type('tre');
  await expect(reading(page)).toContainText('Evidence for trees: queries');
  // The keys of a list of classes are its own: they do not walk through the images.
  await page.keyboard.press('ArrowLeft');
  await expect(reading(page)).toContainText('Evidence for dogs: queries');
  await expect(page.getByRole('heading', { level: 2, name: first })).toBeVisible();

  await large(page).focus();
  await page.keyboard.press('ArrowDown');
  await expect(reading(page)).toContainText('on row 8, column 8:');
  await checkedSum(page);
  await page.keyboard.press('Escape');
  await expect(reading(page)).toContainText('Evidence for dogs: queries');

  const figure = page.getByRole('img', { name: `All queries on ${first}` });
  const smooth = await figure.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  await page.getByRole('button', { name: 'Drawing' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: /^Smooth/ })).toBeFocused();
  await arrowTo(page, 'ArrowDown', page.getByRole('radio', { name: /^Per patch/ }));
  await expect
    .poll(() => figure.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL()))
    .not.toBe(smooth);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Drawing' })).toBeFocused();
});

test('without queries the patches speak together', async ({ page }) => {
  await seeTheFirst(page, 'GAP');
  await layer(page, 'Evidence').click();
  await expect(reading(page)).toContainText(/: patches .+, constant .+ = /);
  await checkedSum(page);
  await large(page).hover({ position: { x: 60, y: 60 } });
  await expect(reading(page)).toContainText(/on row \d+, column \d+: [+−\d]/);
  const [patches, total] = await numbersShown(page);
  expect(patches).toBe(total);
});

test('a probe that is not linear after its attention says why it has no account', async ({
  page,
}) => {
  await seeTheFirst(page, 'CBAM');
  await layer(page, 'Evidence').click();
  await expect(page.getByText('its logits have no exact account')).toBeVisible();
  await expect(forClass(page)).toHaveCount(0);
  await expect(reading(page)).toHaveCount(0);
  await layer(page, 'Attention').click();
  await expect(page.getByText('its logits have no exact account')).toHaveCount(0);
});
