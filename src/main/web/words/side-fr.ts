import type { sideEn } from './side-en';

/** Ce que le bord du bureau dit de ce qu’on doit et de ce qui nous est dû. */
export const sideFr: typeof sideEn = {
  callFirst: 'À appeler avant qu’on nous appelle',
  quietFor: 'sans suite depuis {time}',
  why: {
    'promise-late': 'Une promesse est en retard : {about}',
    'errand-late': 'Un tiers est en retard : {about}',
    'case-quiet': 'Personne n’a touché à « {case} »',
    alert: 'Signalé : {about}',
  },
  since: 'depuis {time}',
  call: 'Appeler le {number}',
  callLabel: 'Appeler {who}, {number}',
  coming: 'Bientôt dû',
  promise: 'Vous avez promis : {what}',
  promiseOf: '{by} a promis : {what}',
  errand: '{party} doit : {what}',
  all: 'Tout montrer ({count})',
  wrapUp: {
    title: 'Avant de finir',
    case: 'Quel dossier',
    promise: 'Qu’avons-nous promis ?',
    dueAt: 'Pour quand',
    solved: 'Résolu, dans les mots du client ?',
    go: 'Enregistrer ceci',
  },
  everything: {
    open: 'Longue absence ? Tout transmettre…',
    title: 'Transmettre tous vos dossiers ouverts et vos promesses',
    to: 'Qui les reprend',
    summary: 'Ce qu’il faut savoir',
    summaryHint: 'C’est écrit sur chaque dossier, pour qui le lira ensuite',
    go: 'Tout transmettre',
    done: 'C’est à {who} maintenant : dossiers ouverts {cases}, promesses {promises}.',
    nothing: 'Vous n’aviez ni dossier ouvert ni promesse : rien n’a changé de mains.',
  },
  failed: 'Ce qui est dû n’a pas pu être lu.',
  retry: 'Réessayer',
};
