import type { Failure } from '../../vocabulary/failures';
import type { BackboneSource, ModelFile } from '../backbone';

/**
 * The hub. One constant, so that there is one place to look who is asked; a mirror, or a test's own
 * server, takes its place at build time.
 */
export const HUB: string = import.meta.env?.VITE_HUB ?? 'https://huggingface.co';

/**
 * Where a file of this source is fetched from. Null for a person's own file, which is nowhere but
 * in this browser.
 * @param page address that bundled paths are relative to.
 */
export function fileAddress(
  source: BackboneSource,
  { path }: Pick<ModelFile, 'path'>,
  { page, hub = HUB }: { page: string; hub?: string },
): string | null {
  switch (source.kind) {
    case 'bundled':
      return new URL(path, page).href;
    case 'hub':
      return [hub, source.repo, 'resolve', encodeURIComponent(source.revision), escaped(path)].join(
        '/',
      );
    case 'url':
      return path;
    case 'own':
      return null;
  }
}

/** Null where `URL.parse` would give it; that is younger than some browsers in use. */
export function asUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

function escaped(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** As it stands where it is no valid escape. */
function unescaped(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** What a person meant by what they pasted. */
export type Pasted =
  | { kind: 'hub'; repo: string; revision: string; path: string }
  | { kind: 'url'; url: string }
  /** Not something to fetch. */
  | { kind: 'unclear'; failure: Failure };

const REPO = /^[\w.-]+\/[\w.-]+$/;
/** What a repository's 32-bit model is called where nobody names a file. */
const USUAL_PATH = 'onnx/model.onnx';

/**
 * Reads a hub id ("owner/name"), an address on the hub (of a repository, or of a file in it), or the
 * address of an ONNX file elsewhere.
 */
export function readPasted(text: string, hub = HUB): Pasted {
  const trimmed = text.trim();
  if (REPO.test(trimmed)) {
    return { kind: 'hub', repo: trimmed, revision: 'main', path: USUAL_PATH };
  }
  const url = asUrl(trimmed);
  if (!url) return unclear({ code: 'no-model-address' });
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && local)) {
    return unclear({ code: 'address-not-https' });
  }
  if (url.origin === new URL(hub).origin) return readHubPath(url.pathname);
  // Everything after a hash stays in the browser anyway.
  url.hash = '';
  return { kind: 'url', url: url.href };
}

/** /owner/name, /owner/name/tree/revision, /owner/name/{resolve,blob}/revision/path. */
function readHubPath(pathname: string): Pasted {
  const [owner, name, verb, revision, ...rest] = pathname.split('/').filter(Boolean).map(unescaped);
  const repo = `${owner}/${name}`;
  if (!REPO.test(repo) || !owner || !name) return unclear({ code: 'address-without-model' });
  const path = rest.join('/');
  return {
    kind: 'hub',
    repo,
    revision: verb && revision ? revision : 'main',
    path: path.endsWith('.onnx') ? path : USUAL_PATH,
  };
}

function unclear(failure: Failure): Pasted {
  return { kind: 'unclear', failure };
}
