import type { settings as en } from './words-settings-en';

export const settings: typeof en = {
  section: {
    changes: {
      title: 'Modifications',
      lead: 'Qui a modifié quel réglage, quand, de quoi à quoi. On peut revenir sur chacune.',
    },
    'settings-file': {
      title: 'Réglages en fichier',
      lead: 'Tout ce qui se règle ici, à lire, à garder, et à reprendre ailleurs.',
    },
  },
  settingsFile: {
    out: 'L’exporter',
    outText: 'Aucun mot de passe, aucun jeton et aucun client ne s’y trouve.',
    take: 'Les réglages (JSON)',
    in: 'L’importer',
    inText: 'Ce que le fichier ne nomme pas reste. On le regarde d’abord seulement.',
    file: 'Fichier',
    unread: 'Ce n’est pas un fichier de réglages.',
    look: 'Voir ce qu’il changerait',
    same: 'Tout est déjà comme le fichier le dit.',
    would: 'Réglages qu’il changerait : {count}',
    bringIn: 'Tout importer',
    leave: 'Tout laisser en l’état',
    overtaken:
      'Pas fait : {who} a modifié des réglages entre-temps ({what}). Rien n’a été importé : regardez de nouveau ce que le fichier changerait.',
    done: 'C’est importé. Réglages modifiés : {count}. On peut revenir sur chacun dans Modifications.',
    newPerson: 'Nouveau : {login}',
  },
  changes: {
    of: 'De quoi',
    everything: 'De tout',
    none: 'Rien n’a encore été modifié.',
    older: 'Montrer les plus anciennes',
    undo: 'Revenir dessus',
    undone: 'On est revenu dessus.',
    undoes: 'Revient sur une modification précédente.',
    named: '{kind} « {name} »',
    nothing: 'rien',
    yes: 'oui',
    no: 'non',
    act: {
      added: 'Ajouté : {what}',
      changed: 'Modifié : {what}',
      removed: 'Retiré : {what}',
      'secret-renewed': 'Nouveau mot de passe : {what}',
      'second-factor-removed': 'Second facteur retiré : {what}',
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
      availability: 'disponibilité de',
    },
  },
};
