import { expect, test } from 'vitest';
import type { Message } from '../../state/slices/types';
import { groupMessages } from './group';

const error = (id: number, action: Message['action'] = null): Message => ({
  id,
  severity: 'error',
  subject: `${id}.png`,
  what: { code: 'failed', failure: { code: 'unexpected', detail: 'It is not an image.' } },
  action,
});

const RETRY: Message['action'] = { kind: 'retry' };

test('few messages stay single', () => {
  expect(groupMessages([error(1), error(2)]).map(({ kind }) => kind)).toEqual(['single', 'single']);
});

test('many errors become one line; those with a button stay by themselves', () => {
  const note: Message = { ...error(9, { kind: 'undo', editId: 1 }), severity: 'note' };
  const groups = groupMessages([error(1), note, error(2), error(3, RETRY), error(4)]);
  expect(groups).toEqual([
    { kind: 'many', messages: [error(1), error(2), error(4)] },
    { kind: 'single', message: note },
    { kind: 'single', message: error(3, RETRY) },
  ]);
});
