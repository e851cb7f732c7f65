import { downloadZip } from 'client-zip';
import type { Original } from '../state/derive/originals';
import type { AppState } from '../state/slices/types';

type Settings = Pick<AppState, 'classes' | (typeof SETTINGS)[number]>;

const SETTINGS = [
  'probe',
  'recipe',
  'seed',
  'heldOutShare',
  'backboneId',
  'precision',
] as const satisfies readonly (keyof AppState)[];

/**
 * A project as an archive that any computer opens: a folder per class with the files as the person
 * gave them, and `project.json` with names, labels and settings. Dropped on the page again, its
 * folders are the classes.
 * @returns the archive, and the names of the images whose files the browser gives no more.
 */
export async function projectZip(
  originals: readonly Original[],
  state: Settings,
): Promise<{ zip: Blob; unreadable: string[] }> {
  const unreadable: string[] = [];
  const zip = await downloadZip(entries(originals, state, unreadable)).blob();
  return { zip, unreadable };
}

async function* entries(originals: readonly Original[], state: Settings, unreadable: string[]) {
  const folders = new Map<string, { name: string; files: Set<string> }>();
  const taken = new Set(['project.json']);
  const images: { path: string; name: string; class: string }[] = [];
  for (const { name, className, file } of originals) {
    let input: ArrayBuffer;
    try {
      // One at a time: a file that fails within the archive would take all of it along.
      input = await file.arrayBuffer();
    } catch {
      unreadable.push(name);
      continue;
    }
    const folder = folders.get(className) ?? { name: free(className, taken), files: new Set() };
    folders.set(className, folder);
    const path = `${folder.name}/${free(name, folder.files)}`;
    images.push({ path, name, class: className });
    yield { name: path, input };
  }
  const project = {
    format: 'probe-playground-project',
    version: 1,
    savedAt: new Date().toISOString(),
    classes: state.classes.map(({ name }) => name),
    images,
    settings: Object.fromEntries(SETTINGS.map((key) => [key, state[key]])),
    unreadable,
  };
  yield { name: 'project.json', input: JSON.stringify(project, null, 2) };
}

/** A name that every system takes, and that is not among those `taken`, where it then is. */
function free(wanted: string, taken: Set<string>): string {
  const name = portable(wanted);
  const [, stem = name, ending = ''] = /^(.+?)(\.[^.]*)?$/su.exec(name) ?? [];
  for (let copy = 1; ; copy++) {
    const candidate = copy === 1 ? name : `${stem} (${copy})${ending}`;
    // Capitals make no difference on Windows and macOS.
    const key = candidate.normalize('NFC').toLowerCase();
    if (taken.has(key)) continue;
    taken.add(key);
    return candidate;
  }
}

/** Without what Windows refuses in a name, or what leads out of the folder. */
function portable(name: string): string {
  const plain = name
    // biome-ignore lint/suspicious/noControlCharactersInRegex: no file system takes them
    .replace(/[<>:"/\\|?*\u0000-\u001f\u007f]/g, '_')
    .replace(/[. ]+$/, '');
  if (plain === '') return '_';
  return plain.replace(/^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i, '$1_');
}
