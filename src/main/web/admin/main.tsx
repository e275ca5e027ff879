import { render } from 'preact';
import { language } from '../words';
import { AdminApp } from './app';

document.documentElement.lang = language;
const root = document.getElementById('admin');
if (root) render(<AdminApp />, root);
