import type { ImageTokens } from '../../vocabulary/images';

/** Below this the tokens of one image are not the same picture any more. */
const LEAST_COSINE = 0.99;

type Tokens = Pick<ImageTokens, 'data' | 'width'>;

export type SelfCheck =
  | {
      ok: true;
      /** Mean over tokens; null where there was nothing to compare with. */
      cosine: number | null;
    }
  | { ok: false; reason: 'fails' | 'not-finite' | 'empty' | 'different'; text: string };

/** The device can't run it at all: some graphics devices have no 16-bit arithmetic. */
export const DOES_NOT_RUN: Extract<SelfCheck, { ok: false }> = {
  ok: false,
  reason: 'fails',
  text: 'The 16-bit variant does not run on this device, so the 32-bit one is used.',
};

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
  if (!tokens16.data.every(Number.isFinite)) {
    return {
      ok: false,
      reason: 'not-finite',
      text: 'The 16-bit variant gives numbers that are not finite on this device, so the 32-bit one is used.',
    };
  }
  if (tokens16.data.every((value) => value === 0)) {
    return {
      ok: false,
      reason: 'empty',
      text: 'The 16-bit variant gives nothing but zeros on this device, so the 32-bit one is used.',
    };
  }
  if (!tokens32) return { ok: true, cosine: null };
  const cosine = meanCosine(tokens16, tokens32);
  if (cosine > LEAST_COSINE) return { ok: true, cosine };
  return {
    ok: false,
    reason: 'different',
    text: `The 16-bit variant’s tokens differ from the 32-bit ones on this device (cosine ${cosine.toFixed(3)}), so the 32-bit one is used.`,
  };
}

/** Two tokens of zero length agree; one of them alone agrees with nothing. */
function meanCosine(a: Tokens, b: Tokens): number {
  if (a.width !== b.width || a.data.length !== b.data.length) {
    throw new Error(
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
