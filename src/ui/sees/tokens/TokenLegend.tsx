import type { CSSProperties } from 'react';
import { cssColour } from '../../../figures/maps/palette';
import { LIKENESS, LIKENESS_FULL, similarityFacts } from '../../../figures/maps/similarity-picture';
import { count, percent } from '../../../messages/en/format';
import type { TokenPicture } from '../../../state/queries/queries';
import { Term } from '../../kit/Term';
import type { Similar } from './use-tokens';

const CHANNELS = ['Red', 'Green', 'Blue'];

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
  if (!picture) return <div className="token-legend" />;
  if (similar) {
    const { least } = similarityFacts(similar.values, null);
    return (
      <div className="token-legend">
        <p>
          <Term of="cosine">Cosine</Term> with the outlined patch
        </p>
        <p className="token-scale" style={SCALE}>
          {least.toFixed(2).replace('-', '−')}
          <span className="token-scale__ramp" />
          1.00
        </p>
      </div>
    );
  }
  const { images, shares } = picture.fitted;
  const all = shares.reduce((sum, share) => sum + share, 0);
  return (
    <div className="token-legend">
      <p>
        <Term of="tokenColours">Principal components</Term>
      </p>
      <ul className="token-shares">
        {CHANNELS.map((name, channel) => (
          <li key={name} className="token-share" data-channel={name}>
            <span>{name}</span>
            <span className="token-share__track">
              <span
                className="token-share__bar"
                style={{ '--share': shares[channel] ?? 0 } as CSSProperties}
              />
            </span>
            <span className="tabular">{percent(shares[channel] ?? 0)}</span>
          </li>
        ))}
      </ul>
      <p className="note">
        {percent(all)} of what varies in the tokens of {count(images, 'image')}: one colour means
        the same in all of them.
      </p>
    </div>
  );
}
