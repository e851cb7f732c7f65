import {
  array,
  fallback,
  type GenericSchema,
  instance,
  ltValue,
  nullable,
  object,
  picklist,
  pipe,
  record,
  safeParse,
  string,
  transform,
  unknown,
} from 'valibot';
import { PRECISIONS } from '../backbones/backbone';
import type { ProbeChoice } from '../probes/choice';
import type { DevicePreference } from '../runtime/device';
import { RECIPE_SCHEMA } from '../training/model/recipe-schema';
import { AMOUNT, COUNT, FINITE, TEXT } from '../vocabulary/schema-parts';
import type { ProjectSettings, StoredClass, StoredImage } from './project';

/*
 * Shapes of what lies in the browser's storage, where an earlier version of this program, or an
 * accident, may have left something else. What is broken gives way to a default or is left out;
 * the rest is kept.
 */

const share = pipe(AMOUNT, ltValue(1));

/** The items of a list that fit; none where there is no list. */
function fitting<T>(item: GenericSchema<unknown, T>): GenericSchema<unknown, T[]> {
  return pipe(
    fallback(array(unknown()), []),
    transform((items) =>
      items.flatMap((value) => {
        const found = safeParse(item, value);
        return found.success ? [found.output] : [];
      }),
    ),
  );
}

export const STORED_NAME: GenericSchema<unknown, string> = fallback(string(), '');
export const STORED_TIME: GenericSchema<unknown, number> = fallback(AMOUNT, 0);

export const STORED_CLASSES: GenericSchema<unknown, StoredClass[]> = fitting(
  object({ id: TEXT, name: TEXT }),
);

export const STORED_IMAGES: GenericSchema<unknown, StoredImage[]> = fitting(
  object({
    id: TEXT,
    name: TEXT,
    // Of no class that exists, so that `restore` finds it one.
    classId: fallback(TEXT, 'lost'),
    contentHash: fallback(nullable(TEXT), null),
  }),
);

const DEVICES: readonly DevicePreference[] = ['auto', 'webgpu', 'wasm'];

function probeSchema(names: readonly string[]): GenericSchema<unknown, ProbeChoice> {
  return object({ name: picklist(names), options: record(string(), FINITE) });
}

/**
 * Settings, each of which gives way to its default where it is missing or makes no sense.
 * @param probeNames of the probes that exist.
 */
export function settingsSchema(
  defaults: ProjectSettings,
  probeNames: readonly string[],
): GenericSchema<unknown, ProjectSettings> {
  return fallback(
    object({
      probe: fallback(probeSchema(probeNames), defaults.probe),
      recipe: fallback(RECIPE_SCHEMA, defaults.recipe),
      seed: fallback(COUNT, defaults.seed),
      heldOutShare: fallback(share, defaults.heldOutShare),
      backboneId: fallback(TEXT, defaults.backboneId),
      precision: fallback(picklist(PRECISIONS), defaults.precision),
      devicePreference: fallback(picklist(DEVICES), defaults.devicePreference),
      selectedImageId: fallback(nullable(TEXT), null),
    }),
    defaults,
  );
}

/** What the token cache knows of an entry without reading its tokens. */
export interface TokenEntry {
  key: string;
  bytes: number;
  modelHash: string;
  /** Milliseconds since 1970; the smallest goes first. */
  usedAt: number;
}

/** An entry that lost a number counts as empty and oldest, so it is the first to go. */
export const TOKEN_ENTRIES: GenericSchema<unknown, TokenEntry[]> = fitting(
  object({
    key: string(),
    bytes: fallback(COUNT, 0),
    modelHash: fallback(string(), ''),
    usedAt: fallback(AMOUNT, 0),
  }),
);

/** Tokens of one image as they are stored. */
export interface StoredTokens {
  /** Float16, (prefixTokens + N, D). */
  halves: ArrayBuffer;
  prefixTokens: number;
  patches: number;
  width: number;
}

export const STORED_TOKENS: GenericSchema<unknown, StoredTokens> = object({
  halves: instance(ArrayBuffer),
  prefixTokens: COUNT,
  patches: COUNT,
  width: COUNT,
});
