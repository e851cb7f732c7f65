import type { NoticeFacts } from '../../vocabulary/notices';
import { carriesImage } from './image-drag';

type Transfer = Pick<DataTransfer, 'types' | 'items'>;

export function carriesFiles({ types }: Pick<Transfer, 'types'>): boolean {
  return types.includes('Files');
}

/** Folders have no type either. */
export function carriesUnknown({ items }: Pick<Transfer, 'items'>): boolean {
  return [...items].some(({ kind, type }) => kind === 'file' && type === '');
}

/** Whether text is dragged over a field for text, which takes it. */
export function isForField({ target, dataTransfer }: DragEvent): boolean {
  if (!dataTransfer || carriesFiles(dataTransfer) || !(target instanceof Element)) return false;
  const field = target.closest<HTMLInputElement | HTMLTextAreaElement>(FIELDS.join());
  return field !== null && !field.disabled && !field.readOnly;
}

const FIELDS = ['textarea', 'input:not([type])', 'input[type=text]', 'input[type=url]'];

/** What a drag brought that brought no file. */
export function broughtInstead(
  transfer: DataTransfer,
): NoticeFacts['drag-without-file']['brought'] {
  if (carriesImage(transfer)) return 'image-of-page';
  const { types } = transfer;
  if (types.includes('text/uri-list') || types.includes('text/x-moz-url')) return 'address';
  return types.some((type) => type.startsWith('text/')) ? 'text' : 'nothing';
}
