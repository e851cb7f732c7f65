import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createApp } from './app/create-app';
import './ui/app/tokens.css';
import './ui/app/base.css';
import './ui/kit/button.css';
import './ui/kit/dialog.css';
import './ui/kit/menu.css';
import { addPageFont } from './export/pictures/page-font';
import { outliveTranslation } from './ui/app/outlive-translation';
import { PageLayout } from './ui/app/PageLayout';
import { AppContext } from './ui/hooks/use-app';
import { createPage, PageContext } from './ui/page/page';
import { ProgrammingError } from './vocabulary/programming-error';

const root = document.getElementById('root');
if (!root) throw new ProgrammingError('The page has no element to draw into.');

outliveTranslation(document);
const app = createApp();
void addPageFont();
createRoot(root).render(
  <StrictMode>
    <AppContext value={app}>
      <PageContext value={createPage(app)}>
        <PageLayout />
      </PageContext>
    </AppContext>
  </StrictMode>,
);
void app.start();
