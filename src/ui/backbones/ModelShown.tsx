import { useId, useState } from 'react';
import type { TokenFacts } from '../../backbones/import/token-facts';
import { megabytes } from '../../backbones/obtain/pace';
import { prefixInWords, tokensInWords } from '../../messages/en/facts-in-words';
import { useCommands } from '../hooks/use-app';
import { Term } from '../kit/Term';
import { ModelPictures } from './ModelPictures';
import { PixelChoices } from './PixelChoices';
import type { ShownModel } from './shown';

/** A model that has run one image: what it is, how it sees, and what it is to be given. */
export function ModelShown({ model }: { model: ShownModel }) {
  const confirm = useCommands().confirmModel;
  const close = useCommands().closeModel;
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
          Name
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
          <button type="submit" className="button button--filled" disabled={model.again}>
            Use this model
          </button>
          <button type="button" className="button button--quiet" onClick={close}>
            Cancel
          </button>
          <span className="note">Your images and their classes stay.</span>
        </div>
      </form>
    </div>
  );
}

function Facts({ model: { facts, milliseconds, bytes } }: { model: ShownModel }) {
  const rows: [string, React.ReactNode][] = [
    ['Takes', `${facts.side} × ${facts.side} pixels`],
    ['Patch', `${facts.patch} × ${facts.patch} pixels`],
    ['Gives', `${gridOf(facts)}, each of ${facts.width} numbers`],
    [
      'Before them',
      <Term key="prefix" of="prefixTokens">
        {prefixInWords(facts)}
      </Term>,
    ],
    ['Output', facts.output],
    ['Speed', `${Math.round(milliseconds)} ms for this image`],
    ['Size', megabytes(bytes)],
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

function gridOf({ grid }: TokenFacts): string {
  return tokensInWords({ grid: { height: grid, width: grid } });
}
