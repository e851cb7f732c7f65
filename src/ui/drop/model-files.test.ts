import { expect, test } from 'vitest';
import { partModel } from './model-files';

const named = (...names: string[]) => names.map((name) => ({ file: new File([], name) }));
const parted = (...names: string[]) => {
  const { model, others } = partModel(named(...names));
  return [model.map(({ name }) => name), others.map(({ file }) => file.name)];
};

test('pictures alone stay together', () => {
  expect(parted('a.jpg', 'notes.txt')).toEqual([[], ['a.jpg', 'notes.txt']]);
});

test('a model takes along the file that holds its weights, whatever its name', () => {
  expect(parted('vit.onnx', 'weights.bin')).toEqual([['vit.onnx', 'weights.bin'], []]);
});

test('a model and pictures in one drop', () => {
  expect(parted('a.HEIC', 'VIT.ONNX', 'b.png', 'model.onnx_data')).toEqual([
    ['VIT.ONNX', 'model.onnx_data'],
    ['a.HEIC', 'b.png'],
  ]);
});

test('a picture is known by its type, too', () => {
  const picture = { file: new File([], 'photo', { type: 'image/png' }) };
  expect(partModel([...named('vit.onnx'), picture]).others).toEqual([picture]);
});
