import { getDotPath, safeParse } from 'valibot';
import { AppError } from '../../vocabulary/failures';
import type { RecordFlaw } from '../../vocabulary/record-flaw';
import type { Backbone, BackboneSource, ModelFile } from '../backbone';
import { BACKBONE, FLAWS } from './backbone-schema';
import { asUrl } from './model-address';

/**
 * Reads a backbone that comes from storage, or from anywhere else that may hold something different
 * by now. Only what the schema names is taken over.
 * @throws `no-backbone`, or `backbone-flawed` with the first value that makes no sense.
 */
export function parseBackbone(stored: unknown): Backbone {
  // An array is an object to valibot.
  if (Array.isArray(stored)) throw new AppError({ code: 'no-backbone' });
  const found = safeParse(BACKBONE, stored, { abortEarly: true });
  if (!found.success) {
    const [issue] = found.issues;
    const at = getDotPath(issue);
    if (at === null) throw new AppError({ code: 'no-backbone' });
    throw flawed(at, flawNamed(issue.message));
  }
  const backbone = found.output;
  checkCrop(backbone);
  checkGrid(backbone);
  checkPrefix(backbone);
  checkOrigins(backbone.source);
  return backbone;
}

function flawNamed(message: string): RecordFlaw {
  const named: Readonly<Record<string, RecordFlaw>> = FLAWS;
  return named[message] ?? FLAWS.record;
}

function flawed(at: string, flaw: RecordFlaw): AppError {
  return new AppError({ code: 'backbone-flawed', at, flaw });
}

function checkCrop({ preprocessing: { crop, resize } }: Backbone): void {
  if (crop > resize) throw flawed('preprocessing.crop', { kind: 'crop-exceeds', crop, resize });
}

function checkGrid({ preprocessing: { crop }, patch, grid }: Backbone): void {
  const patches = Math.floor(crop / patch);
  for (const side of [grid.height, grid.width]) {
    if (patches !== side) {
      throw flawed('grid', { kind: 'grid-misfits', crop, patch, patches, side });
    }
  }
}

function checkPrefix({ prefixTokens: is, hasCls, registers }: Backbone): void {
  if (is !== Number(hasCls) + registers) {
    throw flawed('prefixTokens', { kind: 'prefix-misfits', is, hasCls, registers });
  }
}

/** What comes from storage must not send the page anywhere that a person could not have sent it. */
function checkOrigins(source: BackboneSource): void {
  if (source.kind === 'hub') return;
  for (const file of [source.files.graph, ...source.files.data]) checkOrigin(source.kind, file);
}

function checkOrigin(kind: BackboneSource['kind'], { path, sha256 }: ModelFile): void {
  const at = 'source.files';
  if (kind === 'url' && !/^https?:$/.test(asUrl(path)?.protocol ?? '')) {
    throw flawed(at, { kind: 'path-is-no-address', path });
  }
  if (kind === 'bundled' && (URL.canParse(path) || path.startsWith('/'))) {
    throw flawed(at, { kind: 'path-leaves-page', path });
  }
  if (kind === 'own' && sha256 === null) throw flawed(at, { kind: 'path-without-hash', path });
}
