import { render } from 'preact';
import { language, words } from '../words';
import { BoardPage } from './board-page';

document.documentElement.lang = language;
document.title = `${words.board.title} · Décroché`;
const root = document.getElementById('board');
if (root) render(<BoardPage />, root);
