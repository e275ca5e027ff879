import { language } from '../words';
import { en } from './words-en';
import { fr } from './words-fr';

export const words = language === 'fr' ? fr : en;
