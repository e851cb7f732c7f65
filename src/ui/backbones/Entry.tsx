import { useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { type Backbone, filesOf, type Precision, precisionsOf } from '../../backbones/backbone';
import type { Words } from '../../messages/words';
import { useAppState, useCommands, useWords } from '../hooks/use-app';
import { Hint } from '../kit/Hint';
import { Icon } from '../kit/Icon';
import { Term } from '../kit/Term';
import { type EntryState, entryState, usualPrecision } from './entry-state';
import { Precisions } from './Precisions';

interface EntryProps {
  backbone: Backbone;
  /** What the paper says of this one, where it is not what it says of all around it. */
  note: string | null;
}

/** A backbone with its facts, its precisions where there are several, and a button to use it. */
export function Entry({ backbone, note }: EntryProps) {
  const [picked, setPicked] = useState<Precision | null>(null);
  const usual = useAppState((state) => usualPrecision(backbone, state));
  const precision = picked ?? usual;
  const state = useAppState(useShallow((store) => entryState(backbone, precision, store)));
  const choose = useCommands().chooseBackbone;
  const { label, licence, width, source } = backbone;
  const words = useWords().backbones;
  const take = state.kind === 'download' ? words.download : words.take;
  const several = precisionsOf(backbone).length > 1;
  return (
    <li className="entry" data-in-use={state.kind === 'in-use' || undefined} aria-label={label}>
      <div className="entry__text">
        <p className="entry__name">
          <bdi>{label}</bdi>
          {source.kind === 'hub' && <span className="entry__repo">{source.repo}</span>}
        </p>
        <p className="entry__facts">
          <span>{words.tokens(backbone)}</span>
          <span>{words.width(width)}</span>
          <span>
            <Term of={backbone.prefixTokens > 1 ? 'registers' : 'cls'}>
              {words.prefix(backbone)}
            </Term>
          </span>
          {!several && <span>{words.size(filesOf(backbone, precision))}</span>}
          <span>
            {licence === null ? (
              words.licenceUnknown
            ) : (
              <a href={licence.url} target="_blank" rel="noreferrer">
                {licence.name}
              </a>
            )}
          </span>
        </p>
        {note !== null && <p className="note">{note}</p>}
        {several && <Precisions backbone={backbone} value={precision} onChange={setPicked} />}
      </div>
      <div className="entry__do">
        <span className="entry__state">{stateInWords(state, words.state)}</span>
        <div className="entry__buttons">
          {state.kind !== 'in-use' && state.kind !== 'switching' && (
            <button
              type="button"
              className="button button--small"
              disabled={state.kind === 'not-here'}
              aria-label={take.label(label)}
              onClick={() => choose(backbone.id, precision)}
            >
              {take.text}
            </button>
          )}
          {source.kind !== 'bundled' && <Forget backbone={backbone} />}
        </div>
      </div>
    </li>
  );
}

/** Only for those that the person added; the backbone in use stays. */
function Forget({ backbone: { id, label } }: { backbone: Backbone }) {
  const added = useAppState((state) => state.backbones.some((own) => own.id === id));
  const inUse = useAppState((state) => state.backboneId === id);
  const forget = useCommands().forgetBackbone;
  const words = useWords().backbones;
  if (!added || inUse) return null;
  return (
    <Hint text={words.forgetHint}>
      <button
        type="button"
        className="icon-button icon-button--small"
        aria-label={words.forget(label)}
        onClick={() => forget(id)}
      >
        <Icon name="trash" size={14} />
      </button>
    </Hint>
  );
}

function stateInWords(state: EntryState, words: Words['backbones']['state']): string {
  switch (state.kind) {
    case 'in-use':
      return words.inUse;
    case 'switching':
      return words.switching;
    case 'at-hand':
      return state.from === 'page' ? words.inPage : words.inBrowser;
    case 'download':
      return words.toDownload(state.bytes);
    case 'not-here':
      return words.notHere;
  }
}
