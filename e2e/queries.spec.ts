import { readFileSync } from 'node:fs';
import { test as alone, expect, type Locator, type Page } from '@playwright/test';
import { checkBothThemes } from './axe';
import { journeysOnOnePage } from './one-page';
import { addPhotos, chooseProbe, openPage, title, train, untilTrained } from './person';

const view = (page: Page, name: string) => page.getByRole('radio', { name, exact: true });
const grid = (page: Page) => page.getByRole('listbox', { name: /images under query/ });
const crops = (page: Page) => page.getByRole('toolbar', { name: /^Top patches of query/ });
const matrix = (page: Page) => page.getByRole('group', { name: /^Likeness of \d+ queries$/ });

/** Two classes, eight photos each, with their tokens. */
async function withPhotos(page: Page): Promise<void> {
  await openPage(page);
  if ((page.viewportSize()?.width ?? 0) < 700)
    await page.getByRole('tab', { name: 'Images' }).click();
  await addPhotos(page, ['cat', 'dog'], 8);
}

const test = journeysOnOnePage(withPhotos);

async function trainWith(page: Page, probe: string): Promise<void> {
  await chooseProbe(page, probe);
  await train(page);
  await untilTrained(page);
}

async function chooseQueries(page: Page, count: number): Promise<void> {
  const slider = page.getByRole('slider', { name: 'Queries' });
  await slider.focus();
  await page.keyboard.press('Home');
  for (let step = 0; step < 30; step++) {
    if ((await slider.getAttribute('aria-valuetext')) === String(count)) return;
    await page.keyboard.press('ArrowRight');
  }
  await expect(slider).toHaveAttribute('aria-valuetext', String(count));
}

/** The numbers that stand on the images, in the order in which they are shown. */
async function numbersOn(page: Page): Promise<number[]> {
  const texts = await grid(page).locator('.cell-image__value').allInnerTexts();
  return texts.map((text) => Number.parseFloat(text.replace('−', '-')));
}

const descending = (numbers: number[]) => numbers.toSorted((a, b) => b - a);

async function coloursOfChips(chips: Locator): Promise<string[]> {
  return chips.evaluateAll((all) => all.map((chip) => getComputedStyle(chip).backgroundColor));
}

test('one query on all images: its top patches, its maps, in any order, by pointer and keyboard', async ({
  page,
}) => {
  await view(page, 'One query').click();
  await expect(page.getByText(/^Press Train to see what each query looks at/)).toBeVisible();
  await train(page);
  await untilTrained(page);

  await test.step('every image under query 1, each with its own map', async () => {
    await expect(grid(page)).toHaveAccessibleName('16 images under query 1');
    await expect(grid(page).getByRole('option')).toHaveCount(16);
    await expect(grid(page).locator('canvas[data-drawn]')).toHaveCount(16);
    await expect(grid(page).getByRole('option').first()).toHaveAccessibleName(
      /^cat-01\.jpg, class cats, (\d+ % (in|at|on) the [\w ]+|spread evenly|spread over the image)$/,
    );
    const drawn = await grid(page)
      .locator('canvas')
      .evaluateAll((all) => all.map((canvas) => (canvas as HTMLCanvasElement).toDataURL()));
    expect(new Set(drawn).size).toBe(16);
  });

  await test.step('another query by its chip', async () => {
    await page.getByRole('radio', { name: 'Query 1', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(grid(page)).toHaveAccessibleName('16 images under query 2');
    await expect(page.getByRole('heading', { name: 'What does query 2 look for?' })).toBeVisible();
    await expect(grid(page).locator('canvas[data-drawn]')).toHaveCount(16);
  });

  await test.step('arrows walk through the grid, Enter opens', async () => {
    await grid(page).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await expect(grid(page).getByRole('option', { selected: true })).toHaveAccessibleName(
      /^cat-02\.jpg/,
    );
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await expect(grid(page).getByRole('option', { selected: true })).toHaveAccessibleName(
      /^dog-08\.jpg/,
    );
    await page.keyboard.press('Enter');
    await expect(title(page, 'dog-08.jpg')).toBeVisible();
    await expect(page.getByRole('radio', { name: 'Query 2 alone' })).toBeChecked();
  });

  await test.step('the query that is shown alone in an image is the one on all images', async () => {
    await page.getByRole('radio', { name: 'Query 5 alone' }).click();
    await view(page, 'One query').click();
    await expect(grid(page)).toHaveAccessibleName('16 images under query 5');
    await view(page, 'One image').click();
    await page.locator('.map').nth(3).hover();
    await page.getByRole('button', { name: 'Query 3 on all images' }).click();
    await expect(grid(page)).toHaveAccessibleName('16 images under query 3');
  });

  await test.step('in order of concentration, then of evidence', async () => {
    await page.getByRole('radio', { name: 'Concentration' }).click();
    await expect(grid(page).locator('.cell-image__value')).toHaveCount(16);
    const concentrations = await numbersOn(page);
    expect(concentrations).toEqual(descending(concentrations));
    await page.getByRole('radio', { name: 'Evidence' }).click();
    await expect(grid(page).locator('.cell-image__value').first()).toContainText(/[+−]\d/);
    const evidence = await numbersOn(page);
    expect(evidence).toHaveLength(16);
    expect(evidence).toEqual(descending(evidence));
    await page.getByRole('combobox', { name: 'Images of' }).selectOption('dogs');
    await expect(grid(page)).toHaveAccessibleName('8 images under query 3');
    await page.getByRole('combobox', { name: 'Images of' }).selectOption('all classes');
  });

  await test.step('how consistent each query is, and the queries in that order, by keyboard', async () => {
    const chips = page.getByRole('radiogroup', { name: 'Query', exact: true }).getByRole('radio');
    const consistencies = async () => {
      const texts = await chips.evaluateAll((all) =>
        all.map((chip) => chip.getAttribute('aria-description') ?? ''),
      );
      return texts.map((text) => Number(text.replace('consistency ', '').replace('−', '-')));
    };
    await expect(page.getByText(/^Consistency −?\d\.\d\d over 16 images$/)).toBeVisible();
    const byNumber = await consistencies();
    expect(byNumber).not.toContain(Number.NaN);
    const order = page.getByRole('radiogroup', { name: 'Queries by' });
    await order.getByRole('radio', { name: 'Number' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(order.getByRole('radio', { name: 'Consistency' })).toBeChecked();
    expect(await consistencies()).toEqual(descending(byNumber));
    // The same query is looked at, wherever its chip is now.
    await expect(page.getByRole('radio', { name: 'Query 3', exact: true })).toBeChecked();
    await page.getByRole('term').filter({ hasText: 'Consistency' }).focus();
    await expect(page.getByRole('tooltip')).toContainText('this page’s own measure');
    await order.getByRole('radio', { name: 'Number' }).click();
    expect(await consistencies()).toEqual(byNumber);
  });

  await checkBothThemes(page);

  await test.step('a top patch opens its image and points at the patch', async () => {
    await expect(crops(page).getByRole('button')).toHaveCount(16);
    const crop = crops(page).getByRole('button').first();
    const name = (await crop.getAttribute('aria-label')) ?? '';
    const [, file = '', row, column] = /^(.+), row (\d+), column (\d+), [\d.]+ %$/.exec(name) ?? [];
    await crop.focus();
    await page.keyboard.press('Enter');
    await expect(title(page, file)).toBeVisible();
    await expect(page.getByText(`on row ${row}, column ${column}: most from query`)).toBeVisible();
  });
});

test('sixteen queries: groups give their colours everywhere, likeness, complement, what matters', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await trainWith(page, 'AIM');
  await chooseProbe(page, 'EP');
  await chooseQueries(page, 16);
  await train(page);
  await untilTrained(page);

  await test.step('eight groups, eight colours, on the maps too', async () => {
    await expect
      .poll(async () => new Set(await coloursOfChips(page.locator('.maps .query-chip'))).size)
      .toBe(8);
    await view(page, 'All queries').click();
    await expect(
      page.getByRole('heading', { name: 'How 16 queries divide 16 images' }),
    ).toBeVisible();
    await expect(page.getByRole('listitem', { name: /^Group \d+$/ })).toHaveCount(8);
  });

  await test.step('fewer groups, the same colours in every view', async () => {
    const slider = page.getByRole('slider', { name: 'Groups' });
    await slider.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await expect(slider).toHaveAttribute('aria-valuetext', '3');
    await expect(page.getByRole('listitem', { name: /^Group \d+$/ })).toHaveCount(3);
    const colours = await page
      .getByRole('listitem', { name: /^Group \d+$/ })
      .evaluateAll((groups) =>
        groups.map((group) => [
          ...new Set(
            [...group.querySelectorAll('.query-chip')].map(
              (chip) => getComputedStyle(chip).backgroundColor,
            ),
          ),
        ]),
      );
    for (const ofGroup of colours) expect(ofGroup).toHaveLength(1);
    expect(new Set(colours.flat()).size).toBe(3);
    await view(page, 'One query').click();
    const chips = page.getByRole('radiogroup', { name: 'Query' }).locator('.query-chip');
    expect(new Set(await coloursOfChips(chips))).toEqual(new Set(colours.flat()));
    await view(page, 'One image').click();
    const small = page.locator('.maps .query-chip');
    expect(new Set(await coloursOfChips(small))).toEqual(new Set(colours.flat()));
    await view(page, 'All queries').click();
  });

  await test.step('likeness, pair by pair', async () => {
    await matrix(page).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    const likeness = page.getByRole('region', { name: 'Likeness of queries' });
    await expect(likeness.locator('.likeness__numbers')).toHaveText(
      /^Cosine[01]\.\d\dJensen–Shannon[01]\.\d\d bits$/,
    );
    const pair = likeness.locator('.likeness__pair');
    await expect(pair.getByRole('button', { name: /^Query \d+ on all images$/ })).toHaveCount(2);
    await page.getByRole('radio', { name: 'Jensen–Shannon' }).click();
    await expect(matrix(page).getByRole('img')).toHaveAccessibleName(
      'Jensen–Shannon divergence of every two queries',
    );
    const box = await matrix(page).getByRole('img').boundingBox();
    if (!box) throw new Error('The matrix is not on the page.');
    await page.mouse.move(box.x + box.width - 8, box.y + box.height - 8);
    await expect(pair.getByRole('button')).toHaveCount(1);
    await expect(likeness.locator('.likeness__numbers')).toHaveText(
      'Cosine1.00Jensen–Shannon0.00 bits',
    );
  });

  await test.step('the matrix leaves as SVG', async () => {
    await page.getByRole('button', { name: 'Save matrix' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'SVG' }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe('likeness-of-queries-ep-16.svg');
    const source = readFileSync(await saved.path(), 'utf8');
    expect(source).toContain('Over 16 images');
    expect(source).not.toContain('var(--');
    // 16 rows of 16 cells.
    expect(source.match(/h1v1h-1z/g)).toHaveLength(256);
  });

  await test.step('the most consistent query first', async () => {
    const consistency = page.getByRole('region', { name: 'Consistency over 16 images' });
    const texts = await consistency.getByRole('listitem').allInnerTexts();
    const numbers = texts.map((text) =>
      Number.parseFloat((text.split('\n').at(-1) ?? '').replace('−', '-')),
    );
    expect(numbers).toHaveLength(16);
    expect(numbers).toEqual(descending(numbers));
  });

  await test.step('how complementary, in this image, in all, and beside AIM', async () => {
    const complement = page.getByRole('region', { name: 'How complementary' });
    await expect(complement.getByRole('columnheader')).toHaveText(['this image', '16 images']);
    await expect(complement.getByRole('row', { name: /^Cosine/ })).toHaveText(
      /^Cosine0\.\d\d0\.\d\d$/,
    );
    const others = complement.getByRole('combobox', { name: 'Beside another head' });
    const aim = await others.getByRole('option', { name: /^AIM/ }).textContent();
    await others.selectOption({ label: aim ?? '' });
    await expect(complement.getByRole('columnheader')).toHaveText([
      'EP, 16 queries',
      'AIM',
      'this image',
      '16 images',
      'this image',
      '16 images',
    ]);
    await expect(complement.getByRole('row', { name: /^Coverage/ }).getByRole('cell')).toHaveText(
      new Array(4).fill(/^\d+ %$/),
    );
    await complement.getByText('Coverage').hover();
    await expect(page.getByRole('tooltip')).toContainText('carry half of its weight');
  });

  await test.step('what each query is worth', async () => {
    const matter = page.getByRole('region', { name: 'How much each query matters' });
    await expect(matter).toContainText(/(matters? (most|alike)|No single query matters)/);
    await expect(matter).toContainText('that were held out');
    await expect(matter.getByRole('rowheader')).toHaveCount(12);
    await matter.getByRole('button', { name: 'Show all 16' }).click();
    await expect(matter.getByRole('rowheader')).toHaveCount(16);
  });

  await checkBothThemes(page);
  const first = page
    .getByRole('region', { name: 'How much each query matters' })
    .getByRole('rowheader')
    .first();
  const query = await first.innerText();
  await first.getByRole('button').click();
  await expect(grid(page)).toHaveAccessibleName(`16 images under query ${query}`);
});

test('the recipe says where queries start, and lets one choose', async ({ page }) => {
  await chooseProbe(page, 'EP');
  const recipe = page.getByRole('group').filter({ hasText: 'Recipe' });
  await recipe.getByText('Recipe', { exact: true }).click();
  const starts = page.getByRole('radiogroup', { name: 'Queries start' });
  const clusters = starts.getByRole('radio', { name: 'at clusters of your tokens' });
  await expect(clusters).toBeChecked();
  await expect(recipe).toContainText(/queries 0\.\d+ with a cluster start/);
  await clusters.focus();
  await page.keyboard.press('ArrowRight');
  await expect(starts.getByRole('radio', { name: 'at random' })).toBeChecked();
  await expect(recipe).toContainText('Small data, random start · 25 % held out');
  await page.keyboard.press('Control+z');
  await expect(clusters).toBeChecked();
  await chooseProbe(page, 'GAP');
  await expect(starts).toHaveCount(0);
  await recipe.getByText('Recipe', { exact: true }).click();
});

test('probes that say less: no queries, or no evidence', async ({ page }) => {
  await trainWith(page, 'GAP');
  for (const name of ['One query', 'All queries']) {
    await view(page, name).click();
    await expect(
      page.getByText(/^GAP has no queries, so there are no maps to show\./),
    ).toBeVisible();
  }
  await trainWith(page, 'CaiT');
  await view(page, 'One query').click();
  await expect(grid(page).locator('canvas[data-drawn]')).toHaveCount(16);
  const evidence = page.getByRole('radio', { name: 'Evidence' });
  await expect(evidence).toBeDisabled();
  await expect(evidence).toHaveAccessibleDescription(
    /^This probe is not linear after its attention/,
  );
});

alone.describe('on a phone', () => {
  alone.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  alone(
    'four views in one row; the grid scrolls with the page; nothing is wider',
    async ({ page }) => {
      await withPhotos(page);
      await train(page);
      await untilTrained(page);
      await page.getByRole('tab', { name: 'Sees' }).tap();
      const places = await Promise.all(
        ['One image', 'One query', 'All queries', 'Comparison'].map((name) =>
          view(page, name).boundingBox(),
        ),
      );
      expect(new Set(places.map((place) => place?.y)).size).toBe(1);
      for (const name of ['One query', 'All queries']) {
        await view(page, name).tap();
        if (name === 'One query') {
          await expect(grid(page).locator('canvas[data-drawn]').first()).toBeVisible();
          // More come as one scrolls.
          await expect(async () => {
            await grid(page).getByRole('option').last().scrollIntoViewIfNeeded();
            await expect(grid(page).getByRole('option', { name: /^dog-08\.jpg/ })).toBeInViewport({
              timeout: 500,
            });
          }).toPass({ timeout: 15_000 });
        } else {
          await expect(
            page.getByRole('region', { name: 'How much each query matters' }),
          ).toContainText('held out');
        }
        const wider = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(wider).toBe(0);
        await checkBothThemes(page);
      }
    },
  );
});
