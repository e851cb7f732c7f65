import { megabytes } from '../../backbones/obtain/pace';
import { count } from '../../messages/en/format';
import type { CachedModel } from '../../state/slices/types';
import { Icon } from '../kit/Icon';
import { Term } from '../kit/Term';
import './kept.css';
import { useAppState, useCommands } from '../hooks/use-app';

/** What this browser keeps of models and tokens, with its size, to be deleted. */
export function CachedModels() {
  const kept = useAppState((state) => state.cachedModels);
  const tokens = useAppState((state) => state.cachedTokens);
  const deleteTokens = useCommands().deleteCachedTokens;
  const all = kept.reduce((sum, { bytes }) => sum + bytes, tokens.bytes);
  return (
    <section className="kept" aria-label="Kept in this browser">
      <h3 className="heading kept__heading">
        Kept in this browser {all > 0 && <span className="faint">{megabytes(all)}</span>}
      </h3>
      <ul className="kept__list">
        {kept.map((model) => (
          <CachedModelRow key={model.address} model={model} />
        ))}
        {tokens.images > 0 && (
          <li className="kept__row">
            <span className="kept__name">
              <Term of="keptTokens">Tokens</Term> of {count(tokens.images, 'image')}
            </span>
            <span className="kept__size">{megabytes(tokens.bytes)}</span>
            <button
              type="button"
              className="icon-button icon-button--small"
              aria-label="Delete all kept tokens"
              title="Delete: they are made again when they are needed"
              onClick={deleteTokens}
            >
              <Icon name="trash" size={14} />
            </button>
          </li>
        )}
      </ul>
      {kept.length === 0 && tokens.images === 0 && (
        <p className="note">
          Nothing yet. Downloads and tokens are kept here, so that going back is instant.
        </p>
      )}
    </section>
  );
}

function CachedModelRow({ model: { address, label, bytes, backboneId } }: { model: CachedModel }) {
  const inUse = useAppState((state) => backboneId !== null && state.backboneId === backboneId);
  const remove = useCommands().deleteCachedModel;
  // A file's name alone says little where the person has named the backbone.
  const own = useAppState(
    (state) => state.backbones.find(({ id }) => id === backboneId)?.label ?? null,
  );
  return (
    <li className="kept__row">
      <span className="kept__name" title={address}>
        <bdi>{own === null || own === label ? label : `${own}, ${label}`}</bdi>
        {inUse && <span className="faint"> in use</span>}
      </span>
      <span className="kept__size">{megabytes(bytes)}</span>
      <button
        type="button"
        className="icon-button icon-button--small"
        aria-label={`Delete ${label}`}
        disabled={inUse}
        title={inUse ? 'In use: choose another backbone first' : 'Delete the file'}
        onClick={() => remove(address)}
      >
        <Icon name="trash" size={14} />
      </button>
    </li>
  );
}
