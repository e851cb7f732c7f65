/**
 * Asks again for the stylesheets that did not come. A part that is loaded late brings its own, and
 * Vite's loader asks for each just once.
 * @throws when one fails again.
 */
export async function mendStyles(): Promise<void> {
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')];
  await Promise.all(links.filter((link) => !hasCome(link)).map(askAnew));
}

/** One that failed may have a sheet all the same: an empty one, or one that nobody may look into. */
function hasCome({ sheet }: HTMLLinkElement): boolean {
  try {
    return sheet !== null && sheet.cssRules.length > 0;
  } catch {
    return false;
  }
}

function askAnew(link: HTMLLinkElement): Promise<void> {
  const fresh = link.cloneNode() as HTMLLinkElement;
  return new Promise((resolve, reject) => {
    fresh.addEventListener('load', () => resolve());
    fresh.addEventListener('error', () => reject(new MissingStyle(fresh.href)));
    link.replaceWith(fresh);
  });
}

class MissingStyle extends Error {}
