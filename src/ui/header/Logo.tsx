/** A raster of patches, a few of them in the colours of queries. */
export function Logo() {
  return (
    <svg aria-hidden="true" className="logo" width="20" height="20" viewBox="0 0 20 20">
      {CELLS.map(([x, y, fill]) => (
        <rect key={`${x} ${y}`} x={x} y={y} width="5.2" height="5.2" rx="1.3" fill={fill} />
      ))}
    </svg>
  );
}

const REST = 'var(--line-strong)';
const CELLS: readonly [x: number, y: number, fill: string][] = [
  [1, 1, REST],
  [7.4, 1, '#e69f00'],
  [13.8, 1, REST],
  [1, 7.4, '#009e73'],
  [7.4, 7.4, '#e69f00'],
  [13.8, 7.4, '#56b4e9'],
  [1, 13.8, '#009e73'],
  [7.4, 13.8, REST],
  [13.8, 13.8, '#56b4e9'],
];
