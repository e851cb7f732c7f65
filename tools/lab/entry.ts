import type { ReactNode } from 'react';

/** A part of the page, in every state that is worth a look. */
export interface Entry {
  title: string;
  states: readonly State[];
}

export interface State {
  name: string;
  /** What it needs of width: a cell among others, or a row of its own. */
  size?: 'cell' | 'wide';
  render(): ReactNode;
}

/** A heading of the lab, with the entries of one file. */
export interface Group {
  name: string;
  entries: readonly Entry[];
}
