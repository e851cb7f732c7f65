import { outcomeText, tallyText } from '../file-outcomes';
import { count } from '../format';

/** The list of what became of dropped files. */
export const drops = {
  title: 'What became of the files',
  close: 'Close',
  which: 'Which files',
  /** One of several drops. */
  drop: (time: string, files: number) => `${time} · ${count(files, 'file')}`,
  summary: tallyText,
  outcome: outcomeText,
  columns: { file: 'File', what: 'What became of it', why: 'Why' },
  copy: 'Copy list',
  copied: 'Copied',
};
