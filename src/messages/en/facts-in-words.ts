import { type Backbone, type ModelFiles, totalBytes } from '../../backbones/backbone';
import { megabytes } from './format';

type Tokens = Pick<Backbone, 'grid' | 'prefixTokens' | 'hasCls' | 'registers'>;

/** "14 × 14 = 196 tokens" */
export function tokensInWords({ grid: { height, width } }: Pick<Backbone, 'grid'>): string {
  return `${height} × ${width} = ${height * width} tokens`;
}

/** "[CLS] and 4 registers", "no [CLS]": what stands before the patches. */
export function prefixInWords({ prefixTokens, hasCls, registers }: Omit<Tokens, 'grid'>): string {
  const others = hasCls ? registers : prefixTokens;
  const more = others === 1 ? '1 register' : `${others} registers`;
  if (hasCls) return others > 0 ? `[CLS] and ${more}` : '[CLS]';
  return others > 0 ? `no [CLS], ${more}` : 'no [CLS]';
}

/** "88.5 MB", or as much as is known of it. */
export function sizeInWords(files: ModelFiles): string {
  const whole = totalBytes(files);
  if (whole !== null) return megabytes(whole);
  const known = [files.graph, ...files.data].reduce((sum, { size }) => sum + (size?.bytes ?? 0), 0);
  return known > 0 ? `over ${megabytes(known)}` : 'size not known';
}
