/**
 * `npm run lab`: every part of the page in its states, drawn from what is recorded in the repository;
 * no model runs. Adding a part is adding an entry to a file of `entries/`.
 */
import { createRoot } from 'react-dom/client';
import '../../src/ui/app/tokens.css';
import '../../src/ui/app/base.css';
import '../../src/ui/kit/button.css';
import '../../src/ui/kit/dialog.css';
import '../../src/ui/kit/menu.css';
import './styles';
import './lab.css';
import { addPageFont } from '../../src/export/pictures/page-font';
import { applyTheme, readTheme } from '../../src/ui/kit/theme';
import { ProgrammingError } from '../../src/vocabulary/programming-error';
import { Lab } from './Lab';

const root = document.getElementById('root');
if (!root) throw new ProgrammingError('The lab has no element to draw into.');

applyTheme(readTheme());
void addPageFont();
createRoot(root).render(<Lab />);
