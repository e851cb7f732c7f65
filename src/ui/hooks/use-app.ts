import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { App, Commands } from '../../app/create-app';
import type { Words } from '../../messages/words';
import type { AppState } from '../../state/slices/types';
import { ProgrammingError } from '../../vocabulary/programming-error';

export const AppContext = createContext<App | null>(null);

/** Everything behind the page. */
export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new ProgrammingError('There is no AppContext around this component.');
  return app;
}

/** What is, as far as `select` takes it. */
export function useAppState<T>(select: (state: AppState) => T): T {
  return useStore(useApp().store, select);
}

/** What a person can do. The same object for the life of the page. */
export function useCommands(): Commands {
  return useApp().commands;
}

/** What the page says, in the person's language. */
export function useWords(): Words {
  return useApp().words;
}
