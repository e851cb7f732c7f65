import type { CSSProperties } from 'react';
import type { TrainedRun } from '../../state/slices/types';
import { useWords } from '../hooks/use-app';
import { type PredictionVerdict, useRunClasses } from '../hooks/use-verdicts';

interface ClassBarsProps {
  run: TrainedRun;
  verdict: PredictionVerdict;
  /** The class that the image is in. */
  actual: string;
}

/** The probability of every class for the selected image. */
export function ClassBars({ run, verdict, actual }: ClassBarsProps) {
  const words = useWords();
  const classes = useRunClasses(run);
  return (
    <ul className="class-bars" aria-label={words.sees.classBars.label}>
      {classes.map(({ id, name }, index) => {
        const probability = verdict.probabilities[index] ?? 0;
        return (
          <li
            key={id}
            className="class-bar"
            data-predicted={id === verdict.classId || undefined}
            data-wrong={(id === verdict.classId && id !== actual) || undefined}
            style={{ '--share': probability } as CSSProperties}
          >
            <bdi className="class-bar__name">{name}</bdi>
            <span className="class-bar__track" />
            <span className="class-bar__number">{words.format.percent(probability)}</span>
          </li>
        );
      })}
    </ul>
  );
}
