/** The files of a drop that make up a model, and the others. */
export interface Parted<Entry> {
  model: File[];
  others: Entry[];
}

const GRAPH = /\.onnx$/i;
/** Names of pictures; where a model keeps its weights is called anything but this. */
const PICTURE = /\.(jpe?g|png|gif|webp|avif|bmp|svg|hei[cf]|tiff?)$/i;

/**
 * Takes a model out of what was dropped: the `.onnx` file, with all files beside it that are no
 * pictures, since the file in which it keeps its weights may have any name.
 */
export function partModel<Entry extends { file: File }>(files: readonly Entry[]): Parted<Entry> {
  if (!files.some(({ file }) => GRAPH.test(file.name))) return { model: [], others: [...files] };
  const isPicture = ({ file }: Entry) =>
    !GRAPH.test(file.name) && (file.type.startsWith('image/') || PICTURE.test(file.name));
  return {
    model: files.filter((entry) => !isPicture(entry)).map(({ file }) => file),
    others: files.filter(isPicture),
  };
}
