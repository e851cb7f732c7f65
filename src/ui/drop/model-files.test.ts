import { expect, test } from 'vitest';
import { leastVit } from '../../../e2e/fixtures/hostile-models';
import { partModel } from './model-files';

const PNG = '\x89PNG\r\n\x1a\n';
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const entry = (name: string, content: Uint8Array | string = '', type = '') => {
  const bytes = typeof content === 'string' ? latin(content) : content;
  return { file: new File([new Uint8Array(bytes)], name, { type }) };
};

const parted = async (...files: ReturnType<typeof entry>[]) => {
  const names = (entries: typeof files) => entries.map(({ file }) => file.name);
  const { model, others, besides } = await partModel(files);
  return [names(model), names(others), names(besides)];
};

test('pictures alone stay together', async () => {
  expect(await parted(entry('a.jpg'), entry('notes.txt'))).toEqual([
    [],
    ['a.jpg', 'notes.txt'],
    [],
  ]);
});

test('a model takes along the file that holds its weights, whatever its name, and no other', async () => {
  const model = entry('VIT.ONNX', leastVit({ location: './sub/weights' }));
  expect(
    await parted(model, entry('weights', '\0\0'), entry('config.json', '{}'), entry('b.bin')),
  ).toEqual([['VIT.ONNX', 'weights'], [], ['config.json', 'b.bin']]);
});

test('what looks like a picture is one, by its contents, its name or its type', async () => {
  expect(
    await parted(
      entry('IMG_1', PNG),
      entry('model.onnx', 'no model at all'),
      entry('a.HEIC', 'broken'),
      entry('photo', 'broken', 'image/png'),
      entry('IMG_2', 'no picture'),
    ),
  ).toEqual([['model.onnx'], ['IMG_1', 'a.HEIC', 'photo'], ['IMG_2']]);
});

test('weights may be named like a picture', async () => {
  expect(
    await parted(entry('m.onnx', leastVit({ location: 'w.bmp' })), entry('w.bmp', '\0\x01')),
  ).toEqual([['m.onnx', 'w.bmp'], [], []]);
});
