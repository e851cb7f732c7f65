import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { type App, createApp } from './app/create-app';
import { chooseWords } from './app/words';
import './ui/app/tokens.css';
import './ui/app/base.css';
import './ui/kit/button.css';
import './ui/kit/dialog.css';
import './ui/kit/menu.css';
import { addPageFont } from './export/pictures/page-font';
import { Lacking } from './ui/app/Lacking';
import { NotStarted } from './ui/app/NotStarted';
import { lacking } from './ui/app/needs';
import { outliveTranslation } from './ui/app/outlive-translation';
import { PageBoundary } from './ui/app/PageBoundary';
import { PageLayout } from './ui/app/PageLayout';
import { stayOnPage } from './ui/drop/stay-on-page';
import { AppContext } from './ui/hooks/use-app';
import { createPage, PageContext } from './ui/page/page';
import { ProgrammingError } from './vocabulary/programming-error';

const root = document.getElementById('root');
if (!root) throw new ProgrammingError('The page has no element to draw into.');

outliveTranslation(document);
stayOnPage(window);
const { content, start } = begin();
createRoot(root).render(<StrictMode>{content}</StrictMode>);
start?.();

/** The page, or what there is to say in its place; and what makes the page work, once it is drawn. */
function begin(): { content: ReactNode; start?: () => void } {
  const words = chooseWords();
  const what = lacking();
  if (what.length > 0) return { content: <Lacking what={what} words={words} /> };
  try {
    const app = createApp();
    void addPageFont();
    return { content: page(app), start: () => void app.start() };
  } catch (error) {
    return { content: <NotStarted error={error} words={words} /> };
  }
}

function page(app: App): ReactNode {
  return (
    <PageBoundary app={app}>
      <AppContext value={app}>
        <PageContext value={createPage(app)}>
          <PageLayout />
        </PageContext>
      </AppContext>
    </PageBoundary>
  );
}
