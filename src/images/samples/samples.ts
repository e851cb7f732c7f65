import {
  AIRCRAFT,
  ANIMAL_FACES,
  BIRDS,
  BOATS,
  BUGS,
  CARS,
  FRUIT,
  HAPPY_FACES,
  type SampleNames,
  SMILEYS,
  UNHAPPY_FACES,
  VEGETABLES,
  VEHICLES,
} from './sample-names.ts';

/** One picture of a sample set. */
export interface SampleImage {
  /** The file as it is served: its Unicode code point and ending. */
  file: string;
  /** The name it goes by on the page, unique within its set. */
  name: string;
}

export interface SampleClass {
  name: string;
  images: readonly SampleImage[];
}

export interface SampleSet {
  id: string;
  label: string;
  classes: readonly SampleClass[];
}

const STARTER_SIZE = 12;

/** The sample sets, in the order of the menu; the first is what "Try the samples" fills in. */
export const SAMPLE_SETS: readonly [SampleSet, ...SampleSet[]] = [
  {
    id: 'starter',
    label: 'Starter',
    classes: [
      sampleClass('animal faces', ANIMAL_FACES, STARTER_SIZE),
      sampleClass('birds', BIRDS, STARTER_SIZE),
      sampleClass('vehicles', VEHICLES, STARTER_SIZE),
      sampleClass('fruit', FRUIT, STARTER_SIZE),
    ],
  },
  {
    id: 'zoo-and-garage',
    label: 'Zoo and garage',
    classes: [
      sampleClass('animal faces', ANIMAL_FACES),
      sampleClass('birds', BIRDS),
      sampleClass('bugs', BUGS),
      sampleClass('vehicles', VEHICLES),
      sampleClass('fruit', FRUIT),
      sampleClass('smileys', SMILEYS),
    ],
  },
  {
    id: 'fruit-or-vegetables',
    label: 'Fruit or vegetables',
    classes: [sampleClass('fruit', FRUIT), sampleClass('vegetables', VEGETABLES)],
  },
  {
    id: 'air-water-road',
    label: 'Air, water, road',
    classes: [
      sampleClass('aircraft', AIRCRAFT),
      sampleClass('boats', BOATS),
      sampleClass('cars', CARS),
    ],
  },
  {
    id: 'happy-or-not',
    label: 'Happy or not',
    classes: [sampleClass('happy', HAPPY_FACES), sampleClass('unhappy', UNHAPPY_FACES)],
  },
];

/** Every file that some sample set names, once. */
export function sampleFiles(): string[] {
  const files = SAMPLE_SETS.flatMap((set) =>
    set.classes.flatMap((sample) => sample.images.map((image) => image.file)),
  );
  return [...new Set(files)];
}

/** Where the page finds a sample's file. */
export function sampleUrl(file: string): string {
  return new URL(`samples/${file}`, document.baseURI).href;
}

/** @throws when no sample set has this id. */
export function findSampleSet(id: string): SampleSet {
  const found = SAMPLE_SETS.find((set) => set.id === id);
  if (!found) throw new Error(`No sample set is named "${id}".`);
  return found;
}

function sampleClass(name: string, names: SampleNames, most?: number): SampleClass {
  const images = Object.entries(names)
    .slice(0, most)
    .map(([slug, codePoint]) => ({ file: `${codePoint}.webp`, name: `${slug}.webp` }));
  return { name, images };
}
