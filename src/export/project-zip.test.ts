import { expect, test } from 'vitest';
import type { Original } from '../state/derive/originals';
import { projectZip } from './project-zip';

const SETTINGS = {
  classes: [
    { id: 'c1', name: 'cats' },
    { id: 'c2', name: 'Cats' },
    { id: 'c3', name: 'empty' },
  ],
  probe: { name: 'gap', options: {} },
  seed: 3,
} as unknown as Parameters<typeof projectZip>[1];

const original = (className: string, name: string, text = name): Original => ({
  className,
  name,
  file: new Blob([text]),
});

test('a folder per class with the files as they were, and what is known of them', async () => {
  const { zip, unreadable } = await projectZip(
    [original('cats', 'a.jpg'), original('cats', 'b.png', 'bytes'), original('Cats', 'a (2).jpg')],
    SETTINGS,
  );
  expect(unreadable).toEqual([]);
  const files = await unzip(zip);
  // Some systems take two names for one that differ only in their capitals.
  expect([...files.keys()]).toEqual([
    'cats/a.jpg',
    'cats/b.png',
    'Cats (2)/a (2).jpg',
    'project.json',
  ]);
  expect(files.get('cats/b.png')).toBe('bytes');
  expect(JSON.parse(files.get('project.json') ?? '')).toMatchObject({
    classes: ['cats', 'Cats', 'empty'],
    images: [
      { path: 'cats/a.jpg', name: 'a.jpg', class: 'cats' },
      { path: 'cats/b.png', name: 'b.png', class: 'cats' },
      { path: 'Cats (2)/a (2).jpg', name: 'a (2).jpg', class: 'Cats' },
    ],
    settings: { probe: { name: 'gap' }, seed: 3 },
    unreadable: [],
  });
});

test('names that some system does not take are changed, and stay apart', async () => {
  const { zip } = await projectZip(
    [
      original('a/b', 'x:y.png'),
      original('a/b', 'x?y.png'),
      original('..', '. '),
      original('con', 'nul.txt'),
      original('', 'project.json'),
      original('猫', 'été.webp'),
    ],
    SETTINGS,
  );
  expect([...(await unzip(zip)).keys()]).toEqual([
    'a_b/x_y.png',
    'a_b/x_y (2).png',
    '_/_',
    'con_/nul_.txt',
    '_ (2)/project.json',
    '猫/été.webp',
    'project.json',
  ]);
});

test('a file that can’t be read any more is left out by name', async () => {
  const gone = Object.assign(new Blob(['gone']), {
    arrayBuffer: () => Promise.reject(new DOMException('It moved.', 'NotReadableError')),
  });
  const { zip, unreadable } = await projectZip(
    [original('cats', 'a.jpg'), { className: 'cats', name: 'gone.jpg', file: gone }],
    SETTINGS,
  );
  expect(unreadable).toEqual(['gone.jpg']);
  const files = await unzip(zip);
  expect([...files.keys()]).toEqual(['cats/a.jpg', 'project.json']);
  expect(JSON.parse(files.get('project.json') ?? '')).toMatchObject({ unreadable: ['gone.jpg'] });
});

/** Texts by path, of an archive that compresses nothing; read from its table of contents. */
async function unzip(zip: Blob): Promise<Map<string, string>> {
  const bytes = new Uint8Array(await zip.arrayBuffer());
  const view = new DataView(bytes.buffer);
  const text = (start: number, length: number) =>
    new TextDecoder().decode(bytes.subarray(start, start + length));
  const end = bytes.length - 22;
  expect(view.getUint32(end, true)).toBe(0x06054b50);
  const files = new Map<string, string>();
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < view.getUint16(end + 10, true); entry++) {
    const [size, nameLength] = [view.getUint32(at + 24, true), view.getUint16(at + 28, true)];
    const local = view.getUint32(at + 42, true);
    const data = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    files.set(text(at + 46, nameLength), text(data, size));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return files;
}
