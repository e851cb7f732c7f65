import type { CSSProperties } from 'react';
import { evidenceOpacity, type OpacityRule } from '../../../figures/maps/opacity';
import { EVIDENCE_AGAINST, EVIDENCE_FOR } from '../../../figures/maps/palette';
import { useAppState, useWords } from '../../hooks/use-app';
import { Rich } from '../../kit/Rich';

/** What the colours of evidence stand for: one scale for all maps of an image. */
export function EvidenceScale({ peak }: { peak: number }) {
  const words = useWords();
  const rule = useAppState((state) => state.drawing.opacity);
  return (
    <span className="scale" style={{ '--scale': gradient(rule) } as CSSProperties}>
      <Rich
        text={words.sees.evidence.scale(peak)}
        parts={{ ramp: () => <span className="scale__ramp" /> }}
      />
    </span>
  );
}

/** The colours of the maps themselves, from wholly against to wholly for. */
function gradient(rule: OpacityRule): string {
  const shares = Float32Array.from({ length: 21 }, (_, i) => (i - 10) / 10);
  const opacity = evidenceOpacity(shares, 1, rule);
  const stops = Array.from(shares, (share, i) => {
    const [red, green, blue] = share < 0 ? EVIDENCE_AGAINST : EVIDENCE_FOR;
    return `rgb(${red} ${green} ${blue} / ${opacity[i]})`;
  });
  return `linear-gradient(to right, ${stops.join(', ')})`;
}
