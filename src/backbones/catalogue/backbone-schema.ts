import {
  array,
  boolean,
  check,
  custom,
  exactOptional,
  type GenericSchema,
  minValue,
  nonEmpty,
  nullable,
  number,
  type ObjectEntries,
  object,
  picklist,
  pipe,
  regex,
  safeInteger,
  string,
  transform,
  variant,
} from 'valibot';
import type { RecordFlaw } from '../../vocabulary/record-flaw';
import {
  type Backbone,
  type BackboneSource,
  type DataFile,
  FAMILIES,
  type Licence,
  type ModelFile,
  type ModelFiles,
  PRECISIONS,
  type Preprocessing,
  RESAMPLES,
} from '../backbone';
import { asUrl } from './model-address';

const FILE_SOURCES = ['bundled', 'url', 'own'] as const;

/** What can be wrong with one value, by the message that the schema gives it. */
export const FLAWS = {
  record: { kind: 'no-record' },
  list: { kind: 'no-list' },
  text: { kind: 'no-text' },
  flag: { kind: 'no-flag' },
  link: { kind: 'no-address' },
  count: { kind: 'no-count', least: 0 },
  'positive-count': { kind: 'no-count', least: 1 },
  family: { kind: 'none-of', choices: FAMILIES },
  resample: { kind: 'none-of', choices: RESAMPLES },
  'source-kind': { kind: 'none-of', choices: [...FILE_SOURCES, 'hub'] },
  'three-numbers': { kind: 'not-three-numbers' },
  deviations: { kind: 'no-deviation' },
  repo: { kind: 'no-repo' },
  precisions: { kind: 'no-files' },
  hash: { kind: 'no-hash' },
} as const satisfies Record<string, RecordFlaw>;

type FlawName = keyof typeof FLAWS;

/** A value's flaw, as valibot's messages carry it. */
const flaw = (name: FlawName) => name;

/** An object whose missing entries are told as the flaw of the entry. */
function entry<const E extends ObjectEntries>(entries: E) {
  return object(entries, ({ path }) => {
    const missing = path?.at(-1)?.key;
    const found = typeof missing === 'string' ? entries[missing] : undefined;
    const message = found && 'message' in found ? found.message : undefined;
    return typeof message === 'string' ? message : flaw('record');
  });
}

const text = pipe(string(flaw('text')), nonEmpty(flaw('text')));
const flag = boolean(flaw('flag'));

function countFrom(least: 0 | 1) {
  const name = flaw(least === 0 ? 'count' : 'positive-count');
  return pipe(number(name), safeInteger(name), minValue(least, name));
}
const count = countFrom(0);
const positiveCount = countFrom(1);

const link = pipe(
  text,
  check((value) => /^https?:$/.test(asUrl(value)?.protocol ?? ''), flaw('link')),
);

const FILE_ENTRIES = {
  path: text,
  size: nullable(entry({ bytes: count, exact: flag })),
  sha256: nullable(pipe(text, regex(/^[0-9a-f]{64}$/, flaw('hash')))),
};
const FILE = entry(FILE_ENTRIES) satisfies GenericSchema<unknown, ModelFile>;
const DATA_FILE = entry({ ...FILE_ENTRIES, location: text }) satisfies GenericSchema<
  unknown,
  DataFile
>;
const FILES = entry({ graph: FILE, data: array(DATA_FILE, flaw('list')) }) satisfies GenericSchema<
  unknown,
  ModelFiles
>;
const [FP32, FP16, Q4] = PRECISIONS;

const SOURCE: GenericSchema<unknown, BackboneSource> = variant(
  'kind',
  [
    entry({ kind: picklist(FILE_SOURCES, flaw('source-kind')), files: FILES }),
    entry({
      kind: picklist(['hub'], flaw('source-kind')),
      repo: pipe(text, regex(/^[\w.-]+\/[\w.-]+$/, flaw('repo'))),
      revision: text,
      precisions: pipe(
        entry({
          [FP32]: exactOptional(FILES),
          [FP16]: exactOptional(FILES),
          [Q4]: exactOptional(FILES),
        }),
        check((files) => Object.keys(files).length > 0, flaw('precisions')),
      ),
    }),
  ],
  ({ path }) => flaw(path ? 'source-kind' : 'record'),
);

/** Three finite numbers, one for each channel. */
const channels = custom<[number, number, number]>(
  (value) => Array.isArray(value) && value.length === 3 && value.every(Number.isFinite),
  flaw('three-numbers'),
);

const PREPROCESSING: GenericSchema<unknown, Preprocessing> = entry({
  resize: positiveCount,
  resample: picklist(RESAMPLES, flaw('resample')),
  crop: positiveCount,
  mean: channels,
  std: pipe(
    channels,
    check((deviations) => deviations.every((deviation) => deviation > 0), flaw('deviations')),
  ),
});

/** A backbone value by value; whether the values fit each other is for `parseBackbone` to see. */
export const BACKBONE: GenericSchema<unknown, Backbone> = entry({
  id: text,
  label: text,
  source: SOURCE,
  family: picklist(FAMILIES, flaw('family')),
  // Earlier versions wrote a licence that is not known as one without an address.
  licence: pipe(
    nullable(entry({ name: text, url: nullable(link) })),
    transform((licence): Licence | null =>
      licence === null || licence.url === null ? null : { name: licence.name, url: licence.url },
    ),
  ),
  preprocessing: PREPROCESSING,
  patch: positiveCount,
  grid: entry({ height: positiveCount, width: positiveCount }),
  prefixTokens: count,
  hasCls: flag,
  registers: count,
  width: positiveCount,
  input: text,
  output: text,
  batch: nullable(positiveCount),
});
