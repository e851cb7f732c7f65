import { useEffect } from 'react';
import { useAppState, useCommands, useWords } from '../hooks/use-app';
import { Icon } from '../kit/Icon';
import { useOpenBackbones } from '../page/page';
import './storage-meter.css';

/** What this page keeps in the browser, what it may keep, and what can be let go. */
export function StorageMeter({ onLeave }: { onLeave(): void }) {
  const words = useWords().projects.storage;
  const { measureStorage, deleteCachedTokens } = useCommands();
  const stored = useAppState((state) => state.stored);
  const tokens = useAppState((state) => state.cachedTokens.bytes);
  const models = useAppState((state) =>
    state.cachedModels.reduce((sum, { bytes }) => sum + bytes, 0),
  );
  const openBackbones = useOpenBackbones();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was let go changes what is there
  useEffect(() => void measureStorage(), [measureStorage, tokens]);
  if (!stored) return null;
  const { imageBytes, workBytes, room } = stored;
  const all = imageBytes + workBytes + tokens + models;
  const parts = [
    { name: words.images, bytes: imageBytes, kind: 'images' },
    { name: words.work, bytes: workBytes, kind: 'work' },
    { name: words.tokens, bytes: tokens, kind: 'tokens' },
    { name: words.models, bytes: models, kind: 'models' },
  ] as const;
  return (
    <section className="meter" aria-label={words.title}>
      <h3 className="heading meter__title">
        {words.title}
        <span className="meter__all">
          {room.quota === null
            ? words.size(all)
            : words.share(Math.max(all, room.usage ?? 0), room.quota)}
        </span>
      </h3>
      <div className="meter__bar" aria-hidden="true">
        {parts.map(({ kind, bytes }) => (
          <span
            key={kind}
            className={`meter__part meter__part--${kind}`}
            style={{ flexGrow: all === 0 ? 0 : bytes / all }}
          />
        ))}
      </div>
      <ul className="meter__list">
        {parts.map(({ kind, name, bytes }) => (
          <li key={kind} className="meter__row">
            <span className={`meter__key meter__part--${kind}`} aria-hidden="true" />
            <span className="meter__name">{name}</span>
            <span className="meter__size">{words.size(bytes)}</span>
            {kind === 'tokens' && tokens > 0 && (
              <button
                type="button"
                className="icon-button icon-button--small"
                aria-label={words.deleteTokens}
                title={words.deleteTokens}
                onClick={() => void deleteCachedTokens()}
              >
                <Icon name="trash" size={14} />
              </button>
            )}
            {kind === 'models' && models > 0 && (
              <button
                type="button"
                className="icon-button icon-button--small"
                aria-label={words.seeModels}
                title={words.seeModels}
                onClick={() => {
                  onLeave();
                  openBackbones();
                }}
              >
                <Icon name="right" size={14} />
              </button>
            )}
          </li>
        ))}
      </ul>
      {room.persisted !== null && (
        <p className="note">{room.persisted ? words.promised : words.notPromised}</p>
      )}
    </section>
  );
}
