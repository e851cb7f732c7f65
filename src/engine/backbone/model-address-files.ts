import type { BackboneSource, DataFile, ModelFile, ModelFiles } from '../../backbones/backbone';
import type { Pasted } from '../../backbones/catalogue/model-address';

/** A model at an address: where its graph lies, and what it is called. */
export interface Addressed {
  /** The same for the same file, however it was pasted. */
  address: string;
  label: string;
  path: string;
  source(files: ModelFiles): BackboneSource;
}

export function addressed(pasted: Exclude<Pasted, { kind: 'unclear' }>): Addressed {
  if (pasted.kind === 'url') {
    return {
      address: pasted.url,
      label: lastPart(pasted.url).replace(/\.onnx$/i, ''),
      path: pasted.url,
      source: (files) => ({ kind: 'url', files }),
    };
  }
  const { repo, revision, path } = pasted;
  return {
    address: `${repo}@${revision}/${path}`,
    label: repo.split('/').at(-1) ?? repo,
    path,
    source: (files) => ({ kind: 'hub', repo, revision, precisions: { fp32: files } }),
  };
}

/** A file of which nothing is known before it has come. */
export function unknownFile(path: string): ModelFile {
  return { path, size: null, sha256: null };
}

/** A file of weights that the graph at `path` names by `location`: it lies beside it. */
export function besideFile(path: string, location: string): DataFile {
  const folder = path.slice(0, path.search(/[^/]*(?:[?#]|$)/));
  const name = location.replace(/^\.\//, '').split('/').map(encoded(path)).join('/');
  return { ...unknownFile(`${folder}${name}`), location };
}

/** A name in an address is escaped; a path on the hub is when it is asked for. */
function encoded(path: string): (part: string) => string {
  return (part) => (/^https?:/.test(path) ? encodeURIComponent(part) : part);
}

export function lastPart(path: string): string {
  return path.split(/[?#]/)[0]?.split('/').at(-1) || path;
}
