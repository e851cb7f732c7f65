import { readOutline } from '../../onnx/outline';

/**
 * Names of the files in which a model keeps weights, without their folders; none where its file can't
 * be read as a model.
 */
export async function weightFiles(graph: Blob): Promise<string[]> {
  try {
    const { external } = await readOutline(graph);
    return external.map(({ location }) => location.split(/[/\\]/).at(-1) ?? location);
  } catch {
    return [];
  }
}
