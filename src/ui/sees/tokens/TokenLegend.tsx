import type { CSSProperties } from 'react';
import { cssColour } from '../../../figures/maps/palette';
import { LIKENESS, LIKENESS_FULL, similarityFacts } from '../../../figures/maps/similarity-picture';
import type { TokenPicture } from '../../../state/queries/queries';
import { useWords } from '../../hooks/use-app';
import { Rich } from '../../kit/Rich';
import type { Similar } from './use-tokens';

const CHANNELS = ['red', 'green', 'blue'] as const;

/** Of the map itself: the hue at its most opaque. */
const SCALE = {
  '--likeness': `color-mix(in srgb, ${cssColour(LIKENESS)} ${100 * LIKENESS_FULL}%, transparent)`,
} as CSSProperties;

interface TokenLegendProps {
  picture: TokenPicture | null;
  similar: Similar | null;
}

/** What the colours of the tokens stand for, or the scale of what is like a patch. */
export function TokenLegend({ picture, similar }: TokenLegendProps) {
  const words = useWords();
  if (!picture) return <div className="token-legend" />;
  if (similar) {
    const { least } = similarityFacts(similar.values, null);
    return (
      <div className="token-legend">
        <p>
          <Rich text={words.sees.tokens.scale} />
        </p>
        <p className="token-scale" style={SCALE}>
          {words.format.decimal(least, 2)}
          <span className="token-scale__ramp" />
          {words.format.decimal(1, 2)}
        </p>
      </div>
    );
  }
  const { images, shares } = picture.fitted;
  const all = shares.reduce((sum, share) => sum + share, 0);
  return (
    <div className="token-legend">
      <p>
        <Rich text={words.sees.tokens.components} />
      </p>
      <ul className="token-shares">
        {CHANNELS.map((name, channel) => (
          <li key={name} className="token-share" data-channel={name}>
            <span>{words.sees.tokens.channel[name]}</span>
            <span className="token-share__track">
              <span
                className="token-share__bar"
                style={{ '--share': shares[channel] ?? 0 } as CSSProperties}
              />
            </span>
            <span className="tabular">{words.format.percent(shares[channel] ?? 0)}</span>
          </li>
        ))}
      </ul>
      <p className="note">{words.sees.tokens.variance(all, images)}</p>
    </div>
  );
}
