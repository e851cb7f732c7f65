/** The id under which CSS finds the filter. */
export const GREY_FILTER = 'grey-for-maps';

/**
 * `greyForMaps` as an SVG filter, 0.55 · luminance + 0.10: the browser greys the photos of a whole
 * grid on its own threads, and none has to be read back.
 */
export function GreyFilter() {
  const row = `${0.55 * 0.299} ${0.55 * 0.587} ${0.55 * 0.114} 0 0.1`;
  return (
    <svg aria-hidden="true" className="visually-hidden" width="0" height="0">
      <filter id={GREY_FILTER} colorInterpolationFilters="sRGB" x="0" y="0" width="1" height="1">
        <feColorMatrix type="matrix" values={`${row} ${row} ${row} 0 0 0 1 0`} />
      </filter>
    </svg>
  );
}
