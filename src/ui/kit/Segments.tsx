import { RadioGroup } from 'radix-ui';

interface SegmentsProps<Value extends string> {
  /** For screen readers; a label beside it says the same. */
  name: string;
  /** Besides `segments`. */
  className: string;
  value: Value;
  choices: readonly Value[];
  labels: Readonly<Record<Value, string>>;
  /** Called when another one is chosen. */
  onChange(value: Value): void;
}

/** One of a few choices that stand side by side. */
export function Segments<Value extends string>(props: SegmentsProps<Value>) {
  const { name, className, value, choices, labels, onChange } = props;
  const choose = (wanted: string) => {
    const found = choices.find((choice) => choice === wanted);
    if (found !== undefined && found !== value) onChange(found);
  };
  return (
    <RadioGroup.Root
      className={`segments ${className}`}
      orientation="horizontal"
      aria-label={name}
      value={value}
      onValueChange={choose}
    >
      {choices.map((choice) => (
        <RadioGroup.Item
          key={choice}
          value={choice}
          className="segment"
          // The group chooses by arrow only while the key is still down, which a quick one is not.
          onFocus={() => choose(choice)}
        >
          {labels[choice]}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
