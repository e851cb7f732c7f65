import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startEngine } from './engine/start';
import './ui/app/tokens.css';
import './ui/app/base.css';
import './ui/kit/button.css';
import './ui/kit/dialog.css';
import './ui/kit/menu.css';
import { createApp } from './app/create-app';
import { addPageFont } from './export/pictures/page-font';
import { App } from './ui/app/App';
import { AppContext } from './ui/hooks/use-app';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element to draw into.');

const app = createApp();
void addPageFont();
void startEngine(app.store);
createRoot(root).render(
  <StrictMode>
    <AppContext value={app}>
      <App />
    </AppContext>
  </StrictMode>,
);
