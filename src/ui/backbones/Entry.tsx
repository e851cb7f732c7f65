import { useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { type Backbone, filesOf, type Precision, precisionsOf } from '../../backbones/backbone';
import { megabytes } from '../../backbones/obtain/pace';
import { prefixInWords, sizeInWords, tokensInWords } from '../../messages/en/facts-in-words';
import { preferredPrecision } from '../../state/derive/preferred-precision';
import { useAppState, useCommands } from '../hooks/use-app';
import { Hint } from '../kit/Hint';
import { Icon } from '../kit/Icon';
import { Term } from '../kit/Term';
import { type EntryState, entryState } from './entry-state';
import { Precisions } from './Precisions';

interface EntryProps {
  backbone: Backbone;
  /** What the paper says of this one, where it is not what it says of all around it. */
  note: string | null;
}

/** A backbone with its facts, its precisions where there are several, and a button to use it. */
export function Entry({ backbone, note }: EntryProps) {
  const [picked, setPicked] = useState<Precision | null>(null);
  const usual = useAppState((state) =>
    state.backboneId === backbone.id ? state.precision : preferredPrecision(backbone.id, state),
  );
  const precision = picked ?? usual;
  const state = useAppState(useShallow((store) => entryState(backbone, precision, store)));
  const choose = useCommands().chooseBackbone;
  const { label, licence, width, source } = backbone;
  const doing = state.kind === 'download' ? 'Download and use' : 'Use';
  const several = precisionsOf(backbone).length > 1;
  return (
    <li className="entry" data-in-use={state.kind === 'in-use' || undefined} aria-label={label}>
      <div className="entry__text">
        <p className="entry__name">
          <bdi>{label}</bdi>
          {source.kind === 'hub' && <span className="entry__repo">{source.repo}</span>}
        </p>
        <p className="entry__facts">
          <span>{tokensInWords(backbone)}</span>
          <span>width {width}</span>
          <span>
            <Term of={backbone.prefixTokens > 1 ? 'registers' : 'cls'}>
              {prefixInWords(backbone)}
            </Term>
          </span>
          {!several && <span>{sizeInWords(filesOf(backbone, precision))}</span>}
          <span>
            {licence.url === null ? (
              `Licence: ${licence.name.toLowerCase()}`
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
        <span className="entry__state">{stateInWords(state)}</span>
        <div className="entry__buttons">
          {state.kind !== 'in-use' && state.kind !== 'switching' && (
            <button
              type="button"
              className="button button--small"
              disabled={state.kind === 'not-here'}
              aria-label={`${doing} ${label}`}
              onClick={() => choose(backbone.id, precision)}
            >
              {doing}
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
  if (!added || inUse) return null;
  return (
    <Hint text="Forget it, with its file and its tokens">
      <button
        type="button"
        className="icon-button icon-button--small"
        aria-label={`Forget ${label}`}
        onClick={() => forget(id)}
      >
        <Icon name="trash" size={14} />
      </button>
    </Hint>
  );
}

function stateInWords(state: EntryState): string {
  switch (state.kind) {
    case 'in-use':
      return 'In use';
    case 'switching':
      return 'On its way';
    case 'at-hand':
      return state.from === 'page' ? 'Comes with this page' : 'Kept in this browser';
    case 'download':
      return state.bytes === null ? 'To be downloaded' : `${megabytes(state.bytes)} to download`;
    case 'not-here':
      return 'Not kept: drop its file again';
  }
}
