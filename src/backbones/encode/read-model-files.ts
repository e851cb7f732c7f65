import type { SessionChoices } from '../../runtime/runtime';
import type { ModelBlobs } from '../backbone';

/** A model's files in memory, as the runtime takes them. */
export async function readModelFiles({
  graph,
  data,
}: ModelBlobs): Promise<{ graph: Uint8Array } & Required<Pick<SessionChoices, 'externalData'>>> {
  const read = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());
  return {
    graph: await read(graph),
    externalData: await Promise.all(
      data.map(async ({ location, blob }) => ({ path: location, data: await read(blob) })),
    ),
  };
}
