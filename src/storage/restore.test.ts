import { describe, expect, test } from 'vitest';
import { RECIPES } from '../training/model/recipe';
import { migrate, type ProjectSettings, type StoredProject } from './project';
import { restore } from './restore';

const defaults: ProjectSettings = {
  probe: { name: 'ep', options: { queries: 8 } },
  recipe: RECIPES['small-data'],
  seed: 0,
  heldOutShare: 0.25,
  backboneId: 'hiera-tiny-224',
  precision: 'fp32',
  devicePreference: 'auto',
  selectedImageId: null,
};

const whole: StoredProject = {
  version: 4,
  name: 'Pets',
  changedAt: 1_700_000_000_000,
  classes: [
    { id: 'c1', name: 'cats' },
    { id: 'c2', name: 'dogs' },
  ],
  images: [
    { id: 'i1', name: 'a.png', classId: 'c1', contentHash: 'aa' },
    { id: 'i2', name: 'b.png', classId: 'c2', contentHash: null },
  ],
  settings: {
    probe: { name: 'gap', options: {} },
    recipe: { ...RECIPES.paper, epochs: 7 },
    seed: 3,
    heldOutShare: 0.5,
    backboneId: 'own:ab',
    precision: 'fp16',
    devicePreference: 'wasm',
    selectedImageId: 'i2',
  },
};

function restored(stored: unknown, fileIds = ['i1', 'i2']) {
  const context = {
    fileIds: new Set(fileIds),
    probeNames: ['ep', 'gap'],
    defaults,
    recovered: 'Recovered',
  };
  const found = restore(stored, context);
  if (!found) throw new Error('nothing was restored');
  return found;
}

test('a whole project comes back as it was', () => {
  expect(restored(whole)).toEqual({ project: whole, missing: [] });
});

test('an image whose file is gone is left out and named, and the selection moves on', () => {
  const { project, missing } = restored(whole, ['i1']);
  expect(project.images.map(({ id }) => id)).toEqual(['i1']);
  expect(missing).toEqual(['b.png']);
  expect(project.settings.selectedImageId).toBe('i1');
});

test('images of a class that is gone go to one new class', () => {
  const { project } = restored({ ...whole, classes: [whole.classes[0]] });
  expect(project.classes.map(({ name }) => name)).toEqual(['cats', 'Recovered']);
  expect(project.images[1]?.classId).toBe(project.classes[1]?.id);
});

test('classes and images of the same name or id are told apart', () => {
  const { project } = restored({
    ...whole,
    classes: [...whole.classes, { id: 'c3', name: 'cats' }, { id: 'c1', name: 'again' }],
    images: [whole.images[0], { id: 'i2', name: 'a.png', classId: 'c1' }],
  });
  expect(project.classes.map(({ name }) => name)).toEqual(['cats', 'dogs', 'cats (2)']);
  expect(project.images.map(({ name }) => name)).toEqual(['a.png', 'a.png (2)']);
});

test('settings that make no sense give way to the defaults, the others stay', () => {
  const { project } = restored({
    ...whole,
    settings: {
      probe: { name: 'no such probe', options: {} },
      recipe: { ...RECIPES.paper, epochs: -1 },
      seed: 'x',
      heldOutShare: 2,
      backboneId: 7,
      precision: 'fp8',
      devicePreference: 'quantum',
      selectedImageId: 'i2',
    },
  });
  expect(project.settings).toEqual({ ...defaults, selectedImageId: 'i2' });
});

test('of a recipe and of a probe only what this program knows comes back', () => {
  const { project } = restored({
    ...whole,
    settings: {
      ...whole.settings,
      recipe: { ...whole.settings.recipe, warmth: 1 },
      probe: { ...whole.settings.probe, colour: 'red' },
    },
  });
  expect(project.settings).toEqual(whole.settings);
});

test('settings that are missing, or a part that is no list, cost nothing else', () => {
  const { settings: _, ...rest } = whole;
  expect(restored(rest).project).toEqual({
    ...whole,
    settings: { ...defaults, selectedImageId: 'i1' },
  });
  const { project } = restored({ ...whole, classes: 'none', images: [null, ...whole.images] });
  expect(project.images.map(({ id }) => id)).toEqual(['i1', 'i2']);
  expect(project.classes.map(({ name }) => name)).toEqual(['Recovered']);
  expect(project.settings).toEqual(whole.settings);
});

test('a project of before there was a choice of backbones keeps everything, with the one there was', () => {
  const { backboneId: _, precision: __, ...settings } = whole.settings;
  const images = whole.images.map(({ id, name, classId }) => ({ id, name, classId }));
  const { project } = restored({ version: 1, classes: whole.classes, images, settings });
  expect(project).toEqual({
    ...whole,
    name: '',
    changedAt: 0,
    images: whole.images.map((image) => ({ ...image, contentHash: null })),
    settings: { ...whole.settings, backboneId: 'hiera-tiny-224', precision: 'fp32' },
  });
});

describe('a recipe of before one could say where queries start', () => {
  const { queryStart: _, ...withoutStart } = RECIPES['small-data'];
  const before = { ...withoutStart, queryLearningRate: 0.1 };
  const recipeOf = (recipe: unknown, version: number = 3) =>
    restored({ ...whole, version, settings: { ...whole.settings, recipe } }).project.settings
      .recipe;

  test('that nobody chose becomes the small-data recipe of today, from every version', () => {
    for (const version of [1, 2, 3])
      expect(recipeOf(before, version)).toEqual(RECIPES['small-data']);
    expect(recipeOf({ ...before, queryStart: 'random' })).toEqual(RECIPES['small-data']);
  });

  test('that somebody changed stays, with the start there was', () => {
    expect(recipeOf({ ...before, epochs: 50 })).toEqual({
      ...before,
      epochs: 50,
      queryStart: 'random',
    });
    const { queryStart: __, ...paper } = RECIPES.paper;
    expect(recipeOf(paper)).toEqual(RECIPES.paper);
  });

  test('that somebody chose since stays as it is', () => {
    const chosen = { ...before, queryStart: 'random' };
    expect(recipeOf(chosen, 4)).toEqual(chosen);
  });
});

test('what is no project, or a later program wrote, is not touched', () => {
  const context = { fileIds: new Set<string>(), probeNames: [], defaults, recovered: 'Recovered' };
  expect(restore(undefined, context)).toBeNull();
  expect(restore({ version: 99, classes: [] }, context)).toBeNull();
  expect(restore({ classes: [] }, context)).toBeNull();
});

test('an old project goes through every step since its version', () => {
  const steps = [
    (project: Record<string, unknown>) => ({ ...project, two: true }),
    (project: Record<string, unknown>) => ({ ...project, three: true }),
  ];
  expect(migrate({ version: 1 }, steps)).toMatchObject({ two: true, three: true });
  expect(migrate({ version: 2 }, steps)).toEqual({ version: 2, three: true });
});
