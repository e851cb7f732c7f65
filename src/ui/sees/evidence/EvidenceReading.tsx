import { type CSSProperties, type ReactNode, useEffect, useRef } from 'react';
import { attributeLogit } from '../../../analysis/attribution';
import { cssColour, EVIDENCE_AGAINST, EVIDENCE_FOR } from '../../../figures/maps/palette';
import { count, signed } from '../../../messages/en/format';
import type { TrainedRun } from '../../../state/slices/types';
import { setVariable } from '../../canvas/set-variable';
import { useQueryColours } from '../../hooks/query-colours';
import { useRunClasses } from '../../hooks/use-verdicts';
import { QueryChip, queryStyle } from '../../kit/QueryChip';
import { Term } from '../../kit/Term';
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
  const root = useRef<HTMLDivElement>(null);
  const { pointing } = usePage();
  const colours = useQueryColours(queries, run.result.headId);
  const classes = useRunClasses(run);
  const parts = evidence.patches === 0 ? 0 : evidence.queries;
  useEffect(() => {
    const whole = partsOfLogit(attributeLogit(evidence), queries > 0, evidence.patches > 0);
    const { peak } = evidenceMaps(evidence);
    const update = () => {
      const { patch } = pointing.getState();
      if (!root.current) return;
      if (patch === null || patch >= evidence.patches) show(root.current, whole, '');
      else show(root.current, partsOfPatch(evidence, patch, peak), placeOf(patch, grid));
    };
    update();
    return pointing.subscribe((now, before) => {
      if (now.patch !== before.patch) update();
    });
  }, [pointing, evidence, queries, grid]);
  const nameOf = (index: number) => <bdi>{classes[index]?.name ?? 'a deleted class'}</bdi>;
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
          <Term of="evidence">Evidence</Term> for {nameOf(evidence.classIndex)}
          {evidence.against !== null && <> and not {nameOf(evidence.against)}</>}
          <span data-role="place" aria-live="polite" />
        </span>
      </p>
      <div className="reading__bars" style={{ '--queries': parts } as CSSProperties}>
        {Array.from({ length: parts }, (_, query) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the index is the query
          <Bar key={query} part={`query-${query}`} style={queryStyle(colours[query])}>
            {queries > 0 ? <QueryChip index={query} /> : 'patches'}
          </Bar>
        ))}
        {evidence.cls !== null && <Bar part="cls">[CLS]</Bar>}
        <Bar part="constant">
          <Term of="constant">constant</Term>
        </Bar>
        <div className="part part--total" data-part="total">
          <span className="part__top">
            <span className="part__number" />
          </span>
          <span className="part__name">
            <Term of="logit">{evidence.against === null ? 'logit' : 'difference'}</Term>
          </span>
          <span className="part__name part__name--patch">patch</span>
        </div>
      </div>
      <p className="reading__note">
        {parts > 0 ? (
          <>
            <EvidenceScale peak={evidenceMaps(evidence).peak} />,{' '}
          </>
        ) : (
          'Only [CLS] is read, so that no patch has a share; '
        )}
        measured from the average of {count(run.result.training.total, 'training image')}
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
function show(root: HTMLElement, parts: Parts, where: string): void {
  const { up, down } = parts.reach;
  const range = up + down || 1;
  setVariable(root, '--zero', up / range);
  root.toggleAttribute('data-patch', where !== '');
  for (const bar of root.querySelectorAll<HTMLElement>('[data-part]')) {
    const value = parts.values.get(bar.dataset.part ?? '');
    const fill = bar.querySelector<HTMLElement>('.part__bar');
    if (fill) {
      fill.style.transform = `scaleY(${-(value ?? 0) / range})`;
      fill.toggleAttribute('data-negative', (value ?? 0) < 0);
    }
    const number = bar.querySelector('.part__number');
    const text = value === undefined ? '' : signed(value, parts.digits);
    if (number && number.textContent !== text) number.textContent = text;
  }
  const place = root.querySelector('[data-role="place"]');
  if (place) place.textContent = `${where}: ${parts.words}`;
}

function placeOf(patch: number, grid: Grid): string {
  return ` on row ${Math.floor(patch / grid.width) + 1}, column ${(patch % grid.width) + 1}`;
}
