import { type CSSProperties, type ReactNode, useEffect, useRef } from 'react';
import { attributeLogit } from '../../../analysis/attribution';
import { cssColour, EVIDENCE_AGAINST, EVIDENCE_FOR } from '../../../figures/maps/palette';
import type { Words } from '../../../messages/words';
import type { TrainedRun } from '../../../state/slices/types';
import { setVariable } from '../../canvas/set-variable';
import { useQueryColours } from '../../hooks/query-colours';
import { useWords } from '../../hooks/use-app';
import { useRunClasses } from '../../hooks/use-verdicts';
import { QueryChip, queryStyle } from '../../kit/QueryChip';
import { Rich } from '../../kit/Rich';
import { usePage } from '../../page/page';
import { EvidenceScale } from './EvidenceScale';
import { evidenceMaps } from './evidence-maps';
import { type Parts, partsOfLogit, partsOfPatch } from './evidence-parts';
import './evidence-reading.css';
import type { Evidence } from '../../../vocabulary/evidence';
import type { Grid } from '../../../vocabulary/maps';

interface EvidenceReadingProps {
  grid: Grid;
  run: TrainedRun;
  evidence: Evidence;
  /** 0 where nothing attends. */
  queries: number;
}

/** From so many bars on, numbers and chips no longer fit. */
const DENSE = 17;
/** From so many on, only the queries have room on a narrow screen; the rest stands in words. */
const MANY = 5;
const COLOURS = {
  '--for': cssColour(EVIDENCE_FOR),
  '--against': cssColour(EVIDENCE_AGAINST),
} as CSSProperties;

/** How a logit adds up: a signed bar per query, and what the patch that is pointed at adds to each. */
export function EvidenceReading({ grid, run, evidence, queries }: EvidenceReadingProps) {
  const words = useWords();
  const root = useRef<HTMLDivElement>(null);
  const { pointing } = usePage();
  const colours = useQueryColours(queries, run.result.headId);
  const classes = useRunClasses(run);
  const parts = evidence.patches === 0 ? 0 : evidence.queries;
  useEffect(() => {
    const sum = attributeLogit(evidence);
    const whole = partsOfLogit(sum, queries > 0, evidence.patches > 0, words);
    const { peak } = evidenceMaps(evidence);
    const update = () => {
      const { patch } = pointing.getState();
      if (!root.current) return;
      const one = patch !== null && patch < evidence.patches;
      root.current.toggleAttribute('data-patch', one);
      if (one) {
        const here = partsOfPatch(evidence, patch, peak, words);
        show(root.current, here, words.sees.evidence.at(patch, grid, here.text), words);
      } else show(root.current, whole, words.sees.evidence.whole(whole.text), words);
    };
    update();
    return pointing.subscribe((now, before) => {
      if (now.patch !== before.patch) update();
    });
  }, [pointing, evidence, queries, grid, words]);
  const nameOf = (index: number) => (
    <bdi>{classes[index]?.name ?? words.describe.deletedClass}</bdi>
  );
  return (
    <div
      ref={root}
      className="reading reading--evidence"
      data-dense={parts >= DENSE || undefined}
      data-many={parts >= MANY || undefined}
      style={COLOURS}
    >
      <p className="reading__title">
        <span className="reading__line">
          <Rich
            text={words.sees.evidence[evidence.against === null ? 'title' : 'titleAgainst']}
            parts={{
              class: () => nameOf(evidence.classIndex),
              other: () => evidence.against !== null && nameOf(evidence.against),
            }}
          />
          <span data-role="place" aria-live="polite" />
        </span>
      </p>
      <div className="reading__bars" style={{ '--queries': parts } as CSSProperties}>
        {Array.from({ length: parts }, (_, query) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the index is the query
          <Bar key={query} part={`query-${query}`} style={queryStyle(colours[query])}>
            {queries > 0 ? <QueryChip index={query} /> : words.sees.evidence.patches}
          </Bar>
        ))}
        {evidence.cls !== null && <Bar part="cls">[CLS]</Bar>}
        <Bar part="constant">
          <Rich text={words.sees.evidence.constant} />
        </Bar>
        <div className="part part--total" data-part="total">
          <span className="part__top">
            <span className="part__number" />
          </span>
          <span className="part__name">
            <Rich text={words.sees.evidence[evidence.against === null ? 'logit' : 'difference']} />
          </span>
          <span className="part__name part__name--patch">{words.sees.evidence.patch}</span>
        </div>
      </div>
      <p className="reading__note">
        <Rich
          text={words.sees.evidence[parts > 0 ? 'basis' : 'basisWithoutPatches'](
            run.result.training.total,
          )}
          parts={{ scale: () => <EvidenceScale peak={evidenceMaps(evidence).peak} /> }}
        />
      </p>
    </div>
  );
}

interface BarProps {
  part: string;
  style?: CSSProperties;
  children: ReactNode;
}

function Bar({ part, style, children }: BarProps) {
  return (
    <div className="part" data-part={part} style={style}>
      <span className="part__top">
        <span className="part__number" />
      </span>
      <span className="part__track">
        <span className="part__bar" />
      </span>
      <span className="part__name">{children}</span>
    </div>
  );
}

/** Writes straight into the page: this follows the pointer. */
function show(root: HTMLElement, parts: Parts, text: string, words: Words): void {
  const { up, down } = parts.reach;
  const range = up + down || 1;
  setVariable(root, '--zero', up / range);
  for (const bar of root.querySelectorAll<HTMLElement>('[data-part]')) {
    const value = parts.values.get(bar.dataset.part ?? '');
    const fill = bar.querySelector<HTMLElement>('.part__bar');
    if (fill) {
      fill.style.transform = `scaleY(${-(value ?? 0) / range})`;
      fill.toggleAttribute('data-negative', (value ?? 0) < 0);
    }
    const number = bar.querySelector('.part__number');
    const shown = value === undefined ? '' : words.format.signed(value, parts.digits);
    if (number && number.textContent !== shown) number.textContent = shown;
  }
  const place = root.querySelector('[data-role="place"]');
  if (place) place.textContent = text;
}
