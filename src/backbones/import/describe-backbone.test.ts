import { expect, test } from 'vitest';
import { ownId } from '../catalogue/catalogue';
import { parseBackbone } from '../catalogue/parse-backbone';
import { PIXEL_PRESETS, resizeChoices } from '../catalogue/pixel-presets';
import { describeBackbone } from './describe-backbone';

const graph = { path: 'mine.onnx', size: { bytes: 1000, exact: true }, sha256: 'a'.repeat(64) };

test.each(PIXEL_PRESETS)(
  'what a person brings, with $id, is a backbone that can be stored',
  (preset) => {
    for (const { resize, resample } of resizeChoices(518)) {
      const backbone = describeBackbone(
        { input: 'pixel_values', batch: null },
        {
          output: 'last_hidden_state',
          side: 518,
          grid: 37,
          patch: 14,
          prefixTokens: 5,
          hasCls: true,
          registers: 4,
          width: 384,
        },
        {
          id: ownId('a'.repeat(64)),
          label: 'mine',
          source: { kind: 'own', files: { graph, data: [] } },
          pixels: { resize, resample, mean: preset.mean, std: preset.std },
        },
      );
      expect(parseBackbone(structuredClone(backbone))).toEqual(backbone);
    }
  },
);
