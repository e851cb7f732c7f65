export interface FetchProgress {
  /** Bytes so far. */
  loaded: number;
  /** Bytes of the whole file, as far as it is known. */
  total: number;
}

/**
 * Fetches an ONNX file.
 * @param expectedSize bytes, used while the server does not tell the length.
 * @throws a sentence that names the file when it is missing, empty or no model.
 */
export async function fetchModel(
  url: string,
  expectedSize: number,
  {
    onProgress,
    signal,
  }: { onProgress?: (progress: FetchProgress) => void; signal?: AbortSignal } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const name = fileName(url);
  const response = await fetch(url, signal ? { signal } : {}).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new Error(
      `The model ${name} could not be fetched: the server did not answer. Check the connection and try again.`,
    );
  });
  if (!response.ok) {
    throw new Error(
      response.status === 404
        ? `The model ${name} was not found on the server (404). Put it there and try again.`
        : `The model ${name} could not be fetched: the server answered ${response.status}. Try again later.`,
    );
  }
  const total = announcedLength(response) ?? expectedSize;
  const bytes = await readAll(response, total, onProgress);
  if (bytes.length === 0) throw new Error(`The model ${name} is an empty file.`);
  if (!looksLikeOnnx(bytes)) {
    const found = bytes[0] === LESS_THAN ? 'a web page' : 'something else';
    throw new Error(`${name} is not an ONNX model: the server sent ${found} in its place.`);
  }
  return bytes;
}

const LESS_THAN = 0x3c;
/** Field 1 of a ModelProto, `ir_version`, as a number: every exporter writes it first. */
const IR_VERSION_TAG = 0x08;

function looksLikeOnnx(bytes: Uint8Array): boolean {
  return bytes[0] === IR_VERSION_TAG;
}

function fileName(url: string): string {
  return url.startsWith('blob:')
    ? 'file'
    : (url.split(/[?#]/)[0]?.split('/').slice(-2).join('/') ?? url);
}

function announcedLength(response: Response): number | null {
  // A compressed body announces its compressed length, which the bytes counted here exceed.
  if (response.headers.get('content-encoding')) return null;
  return Number(response.headers.get('content-length')) || null;
}

async function readAll(
  response: Response,
  total: number,
  onProgress: ((progress: FetchProgress) => void) | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  if (!response.body) return new Uint8Array(await response.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let loaded = 0;
  // A reader, because Safari's streams are no async iterables.
  const reader = response.body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    chunks.push(next.value);
    loaded += next.value.length;
    onProgress?.({ loaded, total: Math.max(loaded, total) });
  }
  const bytes = new Uint8Array(loaded);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
