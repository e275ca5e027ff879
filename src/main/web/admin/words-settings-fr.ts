import type { settings as en } from './words-settings-en';

export const settings: typeof en = {
  section: {
    changes: {
      title: 'Modifications',
      lead: 'Qui a modifié quel réglage, quand, de quoi à quoi. On peut revenir sur chacune.',
    },
  },
  changes: {
    of: 'De quoi',
    everything: 'De tout',
    none: 'Rien n’a encore été modifié.',
    older: 'Montrer les plus anciennes',
    undo: 'Revenir dessus',
    undone: 'On est revenu dessus.',
    undoes: 'Revient sur une modification précédente.',
    nothing: 'rien',
    yes: 'oui',
    no: 'non',
    act: {
      added: 'Ajouté : {what}',
      changed: 'Modifié : {what}',
      removed: 'Retiré : {what}',
      'secret-renewed': 'Nouveau mot de passe : {what}',
    },
    setting: {
      house: 'la maison',
      'front-door': 'numéro d’accueil',
      routing: 'qui répond à',
      team: 'équipe',
      person: 'personne',
      'shared-number': 'numéro partagé',
      site: 'formulaire',
      retention: 'durées de conservation',
    },
  },
};
