import { useId, useState } from 'react';
import { useCommands, useWords } from '../hooks/use-app';
import { Term } from '../kit/Term';
import { ModelPictures } from './ModelPictures';
import { PixelChoices } from './PixelChoices';
import type { ShownModel } from './shown';

/** A model that has run one image: what it is, how it sees, and what it is to be given. */
export function ModelShown({ model }: { model: ShownModel }) {
  const confirm = useCommands().confirmModel;
  const close = useCommands().closeModel;
  const { cancel, shown: words } = useWords().backbones;
  const [label, setLabel] = useState(() => model.name.replace(/\.onnx$/i, ''));
  const labelId = useId();
  return (
    <div className="opened__shown">
      <ModelPictures model={model} />
      <form
        className="opened__form"
        onSubmit={(event) => {
          event.preventDefault();
          confirm(label.trim() === '' ? undefined : label.trim());
        }}
      >
        <label className="opened__label" htmlFor={labelId}>
          {words.name}
          <input
            id={labelId}
            className="add-own__field"
            type="text"
            value={label}
            onChange={(event) => setLabel(event.target.value)}
          />
        </label>
        <Facts model={model} />
        <PixelChoices pixels={model.pixels} side={model.facts.side} />
        <div className="opened__buttons">
          <button
            type="submit"
            className="button button--filled"
            disabled={model.again || model.keeping}
          >
            {words.confirm}
          </button>
          <button type="button" className="button button--quiet" onClick={close}>
            {cancel}
          </button>
          <span className="note">{words.note}</span>
        </div>
      </form>
    </div>
  );
}

function Facts({ model: { facts, milliseconds, bytes } }: { model: ShownModel }) {
  const { prefix, shown: words } = useWords().backbones;
  const rows: [string, React.ReactNode][] = [
    [words.takes, words.square(facts.side)],
    [words.patch, words.square(facts.patch)],
    [words.gives, words.givesTokens(facts)],
    [
      words.beforeThem,
      <Term key="prefix" of="prefixTokens">
        {prefix(facts)}
      </Term>,
    ],
    [words.output, facts.output],
    [words.speed, words.milliseconds(milliseconds)],
    [words.size, words.bytes(bytes)],
  ];
  return (
    <dl className="opened__facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
