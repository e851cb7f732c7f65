import type { CachedModel } from '../../state/slices/types';
import { Icon } from '../kit/Icon';
import { Rich } from '../kit/Rich';
import './kept.css';
import { useAppState, useCommands, useWords } from '../hooks/use-app';

/** What this browser keeps of models and tokens, with its size, to be deleted. */
export function CachedModels() {
  const kept = useAppState((state) => state.cachedModels);
  const tokens = useAppState((state) => state.cachedTokens);
  const deleteTokens = useCommands().deleteCachedTokens;
  const words = useWords().backbones.kept;
  const all = kept.reduce((sum, { bytes }) => sum + bytes, tokens.bytes);
  return (
    <section className="kept" aria-label={words.title}>
      <h3 className="heading kept__heading">
        {words.title} {all > 0 && <span className="faint">{words.size(all)}</span>}
      </h3>
      <ul className="kept__list">
        {kept.map((model) => (
          <CachedModelRow key={model.address} model={model} />
        ))}
        {tokens.images > 0 && (
          <li className="kept__row">
            <span className="kept__name">
              <Rich text={words.tokens(tokens.images)} />
            </span>
            <span className="kept__size">{words.size(tokens.bytes)}</span>
            <button
              type="button"
              className="icon-button icon-button--small"
              aria-label={words.deleteTokens}
              title={words.deleteTokensHint}
              onClick={deleteTokens}
            >
              <Icon name="trash" size={14} />
            </button>
          </li>
        )}
      </ul>
      {kept.length === 0 && tokens.images === 0 && <p className="note">{words.nothing}</p>}
    </section>
  );
}

function CachedModelRow({ model: { address, label, bytes, backboneId } }: { model: CachedModel }) {
  const inUse = useAppState((state) => backboneId !== null && state.backboneId === backboneId);
  const remove = useCommands().deleteCachedModel;
  const words = useWords().backbones.kept;
  // A file's name alone says little where the person has named the backbone.
  const own = useAppState(
    (state) => state.backbones.find(({ id }) => id === backboneId)?.label ?? null,
  );
  return (
    <li className="kept__row">
      <span className="kept__name" title={address}>
        <bdi>{own === null || own === label ? label : words.named(own, label)}</bdi>
        {inUse && <span className="faint"> {words.inUse}</span>}
      </span>
      <span className="kept__size">{words.size(bytes)}</span>
      <button
        type="button"
        className="icon-button icon-button--small"
        aria-label={words.delete(label)}
        disabled={inUse}
        title={inUse ? words.inUseHint : words.deleteHint}
        onClick={() => remove(address)}
      >
        <Icon name="trash" size={14} />
      </button>
    </li>
  );
}
