import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';

/** The place between the axes of a `Plot`, and where values lie there. In CSS pixels of its picture. */
export interface PlotPlaces {
  area: { x: number; y: number; width: number; height: number };
  x(value: number): number;
  y(value: number): number;
}

/** For marks inside a `Plot`; null until it is laid out. */
export function usePlot(): PlotPlaces | null {
  const scaleX = useXAxisScale();
  const scaleY = useYAxisScale();
  const area = usePlotArea();
  if (!scaleX || !scaleY || !area) return null;
  return { area, x: (value) => scaleX(value) ?? 0, y: (value) => scaleY(value) ?? 0 };
}
