import { render } from 'preact';
import { language } from '../words';
import { ImportApp } from './app';

document.documentElement.lang = language;
const root = document.getElementById('import');
if (root) render(<ImportApp />, root);
