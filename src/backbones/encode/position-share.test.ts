import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { positionShare } from '../../analysis/position-share';
import { decodeSteps, type PositionFile } from '../../testing/position-file';
import { filesOf } from '../backbone';
import { BUNDLED_BACKBONES } from '../catalogue/bundled-backbones';

/** `tools/record-position-share.ts` made the recordings, of photographs that are not in the project. */
test.each(BUNDLED_BACKBONES.map((backbone) => [backbone.id, backbone] as const))(
  '%s: place explains no more than 2 %% of what its tokens of photos vary most in',
  (id, backbone) => {
    const recorded = JSON.parse(
      readFileSync(new URL(`golden/position-${id}.json`, import.meta.url), 'utf8'),
    ) as PositionFile;
    expect(recorded.model).toBe(filesOf(backbone).graph.sha256);
    const share = positionShare(decodeSteps(recorded), recorded.components);
    expect(share).toBeLessThan(0.02);
    expect(share).toBeGreaterThan(-0.02);
  },
);
