import { ProgrammingError } from '../../vocabulary/programming-error.ts';
import {
  AIRCRAFT,
  ANIMAL_FACES,
  BIRDS,
  BOATS,
  BUGS,
  CARS,
  FRUIT,
  HAPPY_FACES,
  type SampleName,
  SMILEYS,
  UNHAPPY_FACES,
  VEGETABLES,
  VEHICLES,
} from './sample-names.ts';

export type SampleSetId =
  | 'starter'
  | 'zoo-and-garage'
  | 'fruit-or-vegetables'
  | 'air-water-road'
  | 'happy-or-not';

export type SampleClassId =
  | 'animal-faces'
  | 'birds'
  | 'bugs'
  | 'vehicles'
  | 'fruit'
  | 'vegetables'
  | 'smileys'
  | 'aircraft'
  | 'boats'
  | 'cars'
  | 'happy'
  | 'unhappy';

/** What all of it is called in a language. Names of classes and pictures become part of a project. */
export interface SampleWords {
  set: Readonly<Record<SampleSetId, string>>;
  /** Unique within a set, as the pictures' are. */
  class: Readonly<Record<SampleClassId, string>>;
  /** Without the ending of a file's name. */
  picture(name: SampleName): string;
}

/** One picture of a sample set. */
export interface SampleImage {
  /** The file as it is served: its Unicode code point and ending. */
  file: string;
  /** What it shows, unique within its set. */
  name: SampleName;
}

export interface SampleClass {
  id: SampleClassId;
  images: readonly SampleImage[];
}

export interface SampleSet {
  id: SampleSetId;
  classes: readonly SampleClass[];
}

const STARTER_SIZE = 12;

/** The sample sets, in the order of the menu; the first is what "Try the samples" fills in. */
export const SAMPLE_SETS: readonly [SampleSet, ...SampleSet[]] = [
  {
    id: 'starter',
    classes: [
      sampleClass('animal-faces', ANIMAL_FACES, STARTER_SIZE),
      sampleClass('birds', BIRDS, STARTER_SIZE),
      sampleClass('vehicles', VEHICLES, STARTER_SIZE),
      sampleClass('fruit', FRUIT, STARTER_SIZE),
    ],
  },
  {
    id: 'zoo-and-garage',
    classes: [
      sampleClass('animal-faces', ANIMAL_FACES),
      sampleClass('birds', BIRDS),
      sampleClass('bugs', BUGS),
      sampleClass('vehicles', VEHICLES),
      sampleClass('fruit', FRUIT),
      sampleClass('smileys', SMILEYS),
    ],
  },
  {
    id: 'fruit-or-vegetables',
    classes: [sampleClass('fruit', FRUIT), sampleClass('vegetables', VEGETABLES)],
  },
  {
    id: 'air-water-road',
    classes: [
      sampleClass('aircraft', AIRCRAFT),
      sampleClass('boats', BOATS),
      sampleClass('cars', CARS),
    ],
  },
  {
    id: 'happy-or-not',
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

export function findSampleSet(id: string): SampleSet {
  const found = SAMPLE_SETS.find((set) => set.id === id);
  if (!found) throw new ProgrammingError(`No sample set is named "${id}".`);
  return found;
}

function sampleClass(
  id: SampleClassId,
  names: Partial<Readonly<Record<SampleName, string>>>,
  most?: number,
): SampleClass {
  const entries = Object.entries(names) as [SampleName, string][];
  const images = entries
    .slice(0, most)
    .map(([name, codePoint]) => ({ file: `${codePoint}.webp`, name }));
  return { id, images };
}
