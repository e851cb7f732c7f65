import { Slider } from 'radix-ui';
import type { ReactNode } from 'react';

interface StepSliderProps {
  /** For screen readers; `label` is what stands on the page. */
  name: string;
  label: ReactNode;
  /** The allowed values, ascending: the slider steps from one to the next. */
  values: readonly number[];
  value: number;
  format?: (value: number) => string;
  onChange(value: number): void;
}

/** A slider over a list of values, evenly spaced whatever they are. */
export function StepSlider({
  name,
  label,
  values,
  value,
  format = String,
  onChange,
}: StepSliderProps) {
  const index = Math.max(0, values.indexOf(value));
  return (
    <div className="slider">
      <span className="slider__label">{label}</span>
      <Slider.Root
        className="slider__root"
        min={0}
        max={Math.max(1, values.length - 1)}
        step={1}
        value={[index]}
        disabled={values.length < 2}
        onValueChange={([next]) => {
          const chosen = values[next ?? 0];
          if (chosen !== undefined && chosen !== value) onChange(chosen);
        }}
      >
        <Slider.Track className="slider__track">
          <Slider.Range className="slider__range" />
        </Slider.Track>
        <Slider.Thumb className="slider__thumb" aria-label={name} aria-valuetext={format(value)} />
      </Slider.Root>
      <span className="slider__value">{format(value)}</span>
    </div>
  );
}
