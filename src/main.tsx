import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startEngine } from './engine/start';
import './ui/app/tokens.css';
import './ui/app/base.css';
import './ui/kit/button.css';
import './ui/kit/dialog.css';
import './ui/kit/menu.css';
import { addPageFont } from './export/pictures/page-font';
import { App } from './ui/app/App';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element to draw into.');

void addPageFont();
startEngine();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
