import { expect, it } from 'vitest';
import { type LabelBox, type Labelled, labelPlaces } from './label-places';

const AREA: LabelBox = { x: 0, y: 0, width: 400, height: 200 };
const point = (x: number, y: number, always = false): Labelled => ({
  x,
  y,
  width: 60,
  height: 14,
  top: y - 10,
  bottom: y + 10,
  always,
});
const meet = (a: LabelBox, b: LabelBox) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

it('puts a lone label to the right of its point, and to the left at the edge', () => {
  const [middle] = labelPlaces([point(200, 100)], AREA);
  expect(middle?.box.x).toBeGreaterThan(200);
  expect(middle?.box.y).toBe(93);
  expect(middle?.leader).toBeNull();
  const [edge] = labelPlaces([point(390, 100)], AREA);
  expect((edge?.box.x ?? 0) + 60).toBeLessThan(390);
});

it('keeps labels off each other and off the other points', () => {
  const points = [point(200, 100), point(220, 104), point(200, 120), point(180, 96)];
  const places = labelPlaces(points, AREA).filter((place) => place !== null);
  expect(places.length).toBe(4);
  places.forEach((place, index) => {
    for (const other of places.slice(index + 1)) expect(meet(place.box, other.box)).toBe(false);
  });
});

it('leaves out what has no room, but never the most important one', () => {
  const crowd = Array.from({ length: 40 }, (_, i) => point(180 + (i % 8) * 9, 80 + 9 * (i >> 3)));
  const places = labelPlaces([...crowd, point(210, 100, true)], AREA);
  expect(places.at(-1)).not.toBeNull();
  expect(places.filter((place) => place === null).length).toBeGreaterThan(10);
});

it('leads to labels that have no room beside their points: all of a row at 100 % get theirs', () => {
  const row = Array.from({ length: 10 }, (_, i) => ({
    ...point(60 + 22 * i, 10),
    top: 10,
    bottom: 10,
  }));
  const places = labelPlaces(row, AREA).filter((place) => place !== null);
  expect(places).toHaveLength(10);
  expect(places.filter(({ leader }) => leader !== null).length).toBeGreaterThan(6);
  for (const { leader } of places) {
    const crossed = places.filter(({ box }) => leader && meet(leader, box));
    expect(crossed).toEqual([]);
  }
});

it('keeps labels within the figure', () => {
  for (const place of labelPlaces([point(5, 3), point(395, 197)], AREA)) {
    expect(place?.box.x).toBeGreaterThanOrEqual(0);
    expect((place?.box.y ?? 0) + 14).toBeLessThanOrEqual(200);
  }
});
