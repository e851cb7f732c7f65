import { useWords } from '../hooks/use-app';

/** Image → tokens → queries → class, as one line of small drawings. */
export function HelpPicture() {
  const words = useWords().app.help;
  return (
    <svg className="help__picture" viewBox="0 0 512 112" role="img" aria-label={words.picture}>
      {PATCHES.map(({ x, y, tint }) => (
        <g key={`${x} ${y}`}>
          <rect
            x={8 + 18 * x}
            y={12 + 18 * y}
            width="16"
            height="16"
            rx="3"
            fill="var(--sunken)"
            stroke="var(--line)"
          />
          {tint && (
            <rect x={8 + 18 * x} y={12 + 18 * y} width="16" height="16" rx="3" fill={tint} />
          )}
        </g>
      ))}
      <g fill="none" stroke="var(--line-strong)" strokeLinecap="round" strokeLinejoin="round">
        <path d="M112 48h36m-5-4 5 4-5 4" />
        <path d="M364 48h36m-5-4 5 4-5 4" />
      </g>
      {BARS.map(({ colour, widths }, row) => (
        <g key={colour}>
          <rect x="168" y={15 + 26 * row} width="18" height="18" rx="4" fill={colour} />
          <text
            x="177"
            y={28 + 26 * row}
            textAnchor="middle"
            fontSize="11"
            fontWeight="650"
            fill="#000"
          >
            {row + 1}
          </text>
          {widths.map((opacity, i) => (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a fixed drawing
              key={i}
              x={196 + 20 * i}
              y={16 + 26 * row}
              width="16"
              height="16"
              rx="3"
              fill={colour}
              fillOpacity={opacity}
              stroke="var(--line)"
            />
          ))}
        </g>
      ))}
      <g fontSize="12" fill="var(--ink-2)">
        <text x="44" y="108" textAnchor="middle">
          {words.patches}
        </text>
        <text x="260" y="108" textAnchor="middle">
          {words.queriesAttend}
        </text>
        <text x="452" y="108" textAnchor="middle">
          {words.class}
        </text>
      </g>
      {CLASSES.map(({ width, fill }, row) => (
        <rect key={width} x="416" y={21 + 22 * row} width={width} height="10" rx="2" fill={fill} />
      ))}
    </svg>
  );
}

const TINTS = new Map([
  ['1 0', '#e69f00'],
  ['2 0', '#e69f00'],
  ['0 2', '#009e73'],
  ['1 2', '#009e73'],
  ['3 1', '#56b4e9'],
  ['3 2', '#56b4e9'],
]);
const PATCHES = Array.from({ length: 16 }, (_, i) => {
  const x = i % 4;
  const y = Math.floor(i / 4);
  return { x, y, tint: TINTS.get(`${x} ${y}`) };
});
const BARS = [
  { colour: '#e69f00', widths: [0.06, 0.9, 0.8, 0.1, 0.05, 0.12, 0.04, 0.03] },
  { colour: '#009e73', widths: [0.05, 0.04, 0.1, 0.08, 0.85, 0.9, 0.1, 0.05] },
  { colour: '#56b4e9', widths: [0.04, 0.1, 0.05, 0.75, 0.06, 0.1, 0.05, 0.9] },
];
const CLASSES = [
  { width: 76, fill: 'var(--accent)' },
  { width: 22, fill: 'var(--line-strong)' },
  { width: 10, fill: 'var(--line-strong)' },
];
