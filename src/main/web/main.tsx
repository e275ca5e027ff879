import { render } from 'preact';
import { App } from './app';
import { language } from './words';

document.documentElement.lang = language;
const root = document.getElementById('desk');
if (root) render(<App />, root);
