import { beforeEach, expect, test } from 'vitest';
import { type AppStore, createAppStore } from '../state/store';
import { testImageCommands } from '../testing/test-image-commands';
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
  const id = notices.say('error', { part: 'training' }, { code: 'head-gone' }, 'retry');
  expect(messages()).toEqual([
    {
      id,
      severity: 'error',
      subject: { part: 'training' },
      what: { code: 'head-gone' },
      action: 'retry',
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

test('the trash is emptied with the message that offers to undo, and with no other', () => {
  const commands = testImageCommands(store, { notices });
  commands.deleteClass(commands.addClass('cats'));
  const other = say();
  notices.dismiss(other);
  const { trash } = store.getState();
  expect(trash?.classes).toHaveLength(1);
  expect(messages().map(({ id }) => id)).toEqual([trash?.messageId]);
  notices.dismiss(trash?.messageId ?? -1);
  expect(store.getState().trash).toBeNull();
  commands.undoDelete();
  expect(store.getState().classes).toEqual([]);
});
