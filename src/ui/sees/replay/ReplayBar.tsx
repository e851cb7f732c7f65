import { Slider } from 'radix-ui';
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { checkpointsOf } from '../../../state/derive/checkpoints';
import type { TrainedRun } from '../../../state/slices/types';
import { Icon } from '../../kit/Icon';
import { Rich } from '../../kit/Rich';
import { usePage } from '../../page/page';
import { epochOnShow } from '../../page/replay';
import './replay.css';
import { useAppState, useWords } from '../../hooks/use-app';

/** A slider over the moments of the training of the head on show, which can be played. */
export function ReplayBar({ run }: { run: TrainedRun }) {
  const { replay: words, heads } = useWords().sees;
  const { result, recipe } = run;
  const { replay } = usePage();
  const checkpoints = useMemo(() => checkpointsOf(result), [result]);
  const kept = useAppState((state) => state.epoch === null);
  const epoch = useAppState((state) => epochOnShow(run, state.epoch));
  const playing = useStore(replay.state, (state) => state.playing);
  // Other views look at all images, which takes longer than a moment of the replay.
  useEffect(() => replay.pause, [replay]);
  const unkept = useAppState((state) => state.unkept[result.headId]);
  // A head of the comparison was trained without snapshots.
  if (checkpoints.length < 2) {
    return unkept === 'snapshots' ? (
      <p className="faint replay__gone">
        <Rich text={words.gone} />
      </p>
    ) : null;
  }
  const { epochs, bytes, limit } = result.snapshots;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form's
    <div className="replay" role="group" aria-label={words.label}>
      <button
        type="button"
        className="icon-button"
        aria-label={playing ? words.pause : words.play}
        onClick={playing ? replay.pause : replay.play}
      >
        <Icon name={playing ? 'pause' : 'play'} />
      </button>
      <Slider.Root
        className="slider__root replay__slider"
        min={0}
        max={checkpoints.length - 1}
        value={[checkpoints.indexOf(epoch)]}
        // Taking it in hand ends the replay, also where that changes nothing.
        onPointerDown={replay.pause}
        onKeyDown={({ key }) => {
          if (key !== 'Tab') replay.pause();
        }}
        onValueChange={([index]) => {
          const checkpoint = checkpoints[index ?? 0];
          if (checkpoint !== undefined) replay.show(checkpoint);
        }}
      >
        <Slider.Track className="slider__track">
          <Slider.Range className="slider__range" />
        </Slider.Track>
        <Slider.Thumb
          className="slider__thumb"
          aria-label={words.slider}
          aria-valuetext={words.moment(epoch, recipe.epochs, kept)}
        />
      </Slider.Root>
      <span className="replay__epoch">
        <Rich
          text={words.epoch(epoch, recipe.epochs)}
          parts={{ faint: (text) => <span className="faint">{text}</span> }}
        />
      </span>
      <button
        type="button"
        className="button button--quiet button--small replay__kept"
        aria-pressed={kept}
        onClick={() => replay.show(result.chosenEpoch)}
      >
        {words.kept}
      </button>
      <span className="replay__memory">
        <Rich text={words.memory(epochs.length, bytes, limit)} />
        {unkept && ` · ${heads.unkept[unkept]}`}
      </span>
    </div>
  );
}
