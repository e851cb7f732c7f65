import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What axe-core 4 asks about colours by default. */
const ABOUT_COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * Contrast, names, roles and whatever else a machine can check; of the dark theme what has to do with
 * colours, because nothing else differs.
 */
export async function checkBothThemes(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // What passes need not be written down: on a full page that takes longer than the checks.
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .options({
        resultTypes: ['violations'],
        ...(colorScheme === 'dark' && { runOnly: ABOUT_COLOURS }),
      })
      .analyze();
    const grave = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
      );
    expect(grave, `the ${colorScheme} theme`).toEqual([]);
  }
}
