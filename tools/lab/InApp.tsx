import { type ReactNode, useState } from 'react';
import { type App, createApp } from '../../src/app/create-app';
import type { Queries } from '../../src/state/queries/queries';
import type { AppState } from '../../src/state/slices/types';
import { TestEnvironment } from '../../src/testing/test-environment';
import { AppContext } from '../../src/ui/hooks/use-app';
import { createPage, type Page, PageContext } from '../../src/ui/page/page';
import type { EvidenceAnswer } from '../../src/vocabulary/evidence';
import type { AttentionMaps } from '../../src/vocabulary/maps';

/** What is so around a part of the page. */
export interface Scene {
  state?: Partial<AppState>;
  /** In the large place. */
  maps?: AttentionMaps;
  /** In the place beside it. */
  beside?: AttentionMaps;
  evidence?: { imageId: string; headId: string; answer: EvidenceAnswer };
  /** Questions with answers of their own; the others are asked for ever. */
  queries?: Partial<Queries>;
  page?: (page: Page) => void;
}

/** An app and a page of its own around a part: nothing in it has been started, no worker either. */
export function InApp({ scene = {}, children }: { scene?: Scene; children: ReactNode }) {
  const [{ app, page }] = useState(() => make(scene));
  return (
    <AppContext value={app}>
      <PageContext value={page}>{children}</PageContext>
    </AppContext>
  );
}

function make({ state, maps, beside, evidence, queries, page: prepare }: Scene): {
  app: App;
  page: Page;
} {
  const made = createApp(new TestEnvironment());
  const app: App = { ...made, queries: { ...made.queries, ...queries } };
  app.store.setState({ restored: true, ...state });
  app.panes.main.maps.show(maps ?? null);
  app.panes.beside.maps.show(beside ?? null);
  app.panes.main.evidence.show(evidence ?? null);
  const page = createPage(app);
  prepare?.(page);
  return { app, page };
}
