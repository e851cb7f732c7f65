import type { Failure } from '../../vocabulary/failures';
import type { ImageTokens } from '../../vocabulary/images';
import { ProgrammingError } from '../../vocabulary/programming-error';

/** Below this the tokens of one image are not the same picture any more. */
const LEAST_COSINE = 0.99;

type Tokens = Pick<ImageTokens, 'data' | 'width'>;

export type SelfCheck =
  | {
      ok: true;
      /** Mean over tokens; null where there was nothing to compare with. */
      cosine: number | null;
    }
  | { ok: false; failure: Failure };

/**
 * Whether a 16-bit variant can be trusted on this device, judged by one image's tokens.
 * The cosine is taken token by token and then averaged: a few encoders have tokens a hundred times
 * longer than the rest, which would drown out all others in one cosine over everything.
 * @param tokens16 (prefix + N, D).
 * @param tokens32 the same image's tokens by the 32-bit variant or on WebAssembly; null where there
 * are none, and then only nonsense is found out.
 * @throws when the two are of different shapes: then they come from different models.
 */
export function selfCheck(tokens16: Tokens, tokens32: Tokens | null): SelfCheck {
  const failed = (failure: Failure): SelfCheck => ({ ok: false, failure });
  if (!tokens16.data.every(Number.isFinite)) return failed({ code: 'half-not-finite' });
  if (tokens16.data.every((value) => value === 0)) return failed({ code: 'half-all-zero' });
  if (!tokens32) return { ok: true, cosine: null };
  const cosine = meanCosine(tokens16, tokens32);
  if (cosine > LEAST_COSINE) return { ok: true, cosine };
  return failed({ code: 'half-differs', cosine });
}

/** Two tokens of zero length agree; one of them alone agrees with nothing. */
function meanCosine(a: Tokens, b: Tokens): number {
  if (a.width !== b.width || a.data.length !== b.data.length) {
    throw new ProgrammingError(
      `Tokens of two shapes cannot be compared: ${a.data.length} values of width ${a.width}, and ${b.data.length} of width ${b.width}.`,
    );
  }
  const count = a.data.length / a.width;
  let sum = 0;
  for (let token = 0; token < count; token++) {
    let dot = 0;
    let lengthA = 0;
    let lengthB = 0;
    for (let index = token * a.width; index < (token + 1) * a.width; index++) {
      const x = a.data[index] ?? 0;
      const y = b.data[index] ?? 0;
      dot += x * y;
      lengthA += x * x;
      lengthB += y * y;
    }
    if (lengthA === 0 && lengthB === 0) sum += 1;
    else if (lengthA > 0 && lengthB > 0) sum += dot / Math.sqrt(lengthA * lengthB);
  }
  return sum / count;
}
