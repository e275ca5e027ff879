import { render } from 'preact';
import { language } from '../words';
import { AccountApp } from './app';

document.documentElement.lang = language;
const root = document.getElementById('account');
if (root) render(<AccountApp />, root);
