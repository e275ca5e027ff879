import type { letterEn } from './letter-en';

/** Ce que le bureau dit de ce que les clients écrivent. */
export const letterFr: typeof letterEn = {
  open: 'Courrier',
  title: 'Ce qui est écrit sur le papier',
  words: 'Ses mots, tels qu’ils sont dans la lettre',
  go: 'Enregistrer le courrier',
  opened: 'Enregistré : c’est un nouveau dossier.',
  added: 'Enregistré : une ligne de son dossier.',
  owed: '{by} doit l’appeler {at}.',
  nobody: 'Quelqu’un de l’équipe doit l’appeler {at}.',
  noNumber: 'Il n’y a pas de numéro pour l’appeler.',
  bySite: 'par le formulaire de {site}',
  byLetter: 'dans une lettre, recopiée par {by}',
};
