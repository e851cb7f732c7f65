import { beforeEach, expect, test } from 'vitest';
import { type AppStore, createAppStore } from '../state/store';
import { createNotices, type Notices } from './notices';

let store: AppStore;
let notices: Notices;

beforeEach(() => {
  store = createAppStore();
  notices = createNotices(store);
});

const messages = () => store.getState().messages;
const say = () => notices.say('note', 'a.png', { code: 'file-gone' });

test('a message shows what happened, and goes when it is dismissed', () => {
  const id = notices.say('error', { part: 'training' }, { code: 'head-gone' }, { kind: 'retry' });
  expect(messages()).toEqual([
    {
      id,
      severity: 'error',
      subject: { part: 'training' },
      what: { code: 'head-gone' },
      action: { kind: 'retry' },
    },
  ]);
  notices.dismiss(id);
  expect(messages()).toEqual([]);
});

test('a dismissal that comes late hits no newer message', () => {
  const first = say();
  notices.dismiss(first);
  const second = say();
  notices.dismiss(first);
  expect(messages().map(({ id }) => id)).toEqual([second]);
});

test('all go at once', () => {
  say();
  say();
  notices.dismissAll();
  expect(messages()).toEqual([]);
});
