import { expect, test } from 'vitest';
import { CLIP_EXPORT, exportCommand } from '../../backbones/import/export-command';
import { splitCommand } from './split-command';

test('a command at the end', () => {
  expect(splitCommand(`It gives no tokens. Export it: ${exportCommand()}`)).toEqual({
    before: 'It gives no tokens. Export it:',
    command: exportCommand(),
    after: '',
  });
});

test('a command in the middle', () => {
  expect(splitCommand(`Export it: ${CLIP_EXPORT}. Then drop it here.`)).toEqual({
    before: 'Export it:',
    command: CLIP_EXPORT,
    after: 'Then drop it here.',
  });
});

test('a sentence without one stays whole', () => {
  expect(splitCommand('It is an empty file.')).toEqual({
    before: 'It is an empty file.',
    command: null,
    after: '',
  });
});
