import { weightFiles } from '../../backbones/import/weight-files';
import { HEAD_LENGTH, identify } from '../../images/formats/identify';

/** The files of a drop that make up a model, and the others. */
export interface Parted<Entry> {
  model: Entry[];
  others: Entry[];
  /** Neither parts of the model nor pictures: its licence, its settings. */
  besides: Entry[];
}

const GRAPH = /\.onnx$/i;
/** What is named as a picture is taken for one, so that it is told what is wrong with it. */
const PICTURE = /\.(jpe?g|jfif|png|gif|webp|avif|bmp|svg|hei[cf]|tiff?|jxl|jp2)$/i;

/**
 * Takes a model out of what was dropped: the `.onnx` file, with those that it names as holding its
 * weights. What has a picture's contents is a picture, whatever its name.
 */
export async function partModel<Entry extends { file: File }>(
  files: readonly Entry[],
): Promise<Parted<Entry>> {
  const graphs = files.filter(({ file }) => GRAPH.test(file.name));
  const parted: Parted<Entry> = { model: graphs, others: [], besides: [] };
  if (graphs.length === 0) return { ...parted, others: [...files] };
  const weights = new Set((await Promise.all(graphs.map(({ file }) => weightFiles(file)))).flat());
  const rest = files.filter((entry) => !graphs.includes(entry));
  const kinds = await Promise.all(rest.map(({ file }) => kindOf(file, weights)));
  for (const [index, entry] of rest.entries()) parted[kinds[index] ?? 'others'].push(entry);
  return parted;
}

async function kindOf(file: File, weights: ReadonlySet<string>): Promise<keyof Parted<unknown>> {
  const named = file.type.startsWith('image/') || PICTURE.test(file.name);
  if (named && !weights.has(file.name)) return 'others';
  try {
    const head = await file.slice(0, HEAD_LENGTH).arrayBuffer();
    if (identify(new Uint8Array(head)).kind === 'image') return 'others';
  } catch {
    // Whoever reads it next says so.
    return weights.has(file.name) ? 'model' : 'others';
  }
  return weights.has(file.name) ? 'model' : 'besides';
}
