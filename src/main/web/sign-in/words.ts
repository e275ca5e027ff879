import { language } from '../words';

export const en = {
  first: {
    title: 'Welcome: make yourself the administrator',
    lead: 'This house is new. Whoever started it has a one-time code on the screen.',
    field: { code: 'One-time code', name: 'Your name', login: 'Login', password: 'Password' },
    hint: {
      code: 'Four groups of four letters. It is also in the file secrets/first-start of the data directory.',
      password: 'At least 15 signs: a few words in a row are easiest.',
    },
    missing: {
      code: 'Type the code that was shown at the start.',
      name: 'Type your name: your colleagues see it.',
      login: 'Choose a login.',
      password: 'Choose a password.',
    },
    wrong: {
      code: 'This is not the code that was shown at the start.',
      name: 'This name is too long, or holds signs that cannot be shown.',
      login: 'A login begins with a small letter, and has small letters, digits, dots and dashes only.',
      password: 'This password is too short, repeats the same few signs, or is little more than the login.',
    },
    go: 'Begin',
    going: 'One moment…',
  },
};

export const fr: typeof en = {
  first: {
    title: 'Bienvenue : créez le compte d’administration',
    lead: 'Cette maison est neuve. La personne qui l’a démarrée a un code à usage unique à l’écran.',
    field: { code: 'Code à usage unique', name: 'Votre nom', login: 'Identifiant', password: 'Mot de passe' },
    hint: {
      code: 'Quatre groupes de quatre lettres. Il est aussi dans le fichier secrets/first-start du répertoire de données.',
      password: 'Au moins 15 signes : quelques mots à la suite, c’est le plus simple.',
    },
    missing: {
      code: 'Tapez le code affiché au démarrage.',
      name: 'Tapez votre nom : vos collègues le verront.',
      login: 'Choisissez un identifiant.',
      password: 'Choisissez un mot de passe.',
    },
    wrong: {
      code: 'Ce n’est pas le code affiché au démarrage.',
      name: 'Ce nom est trop long, ou contient des signes qui ne s’affichent pas.',
      login:
        'Un identifiant commence par une minuscule, et n’a que des minuscules, chiffres, points et tirets.',
      password:
        'Ce mot de passe est trop court, répète les mêmes signes, ou n’est guère plus que l’identifiant.',
    },
    go: 'Commencer',
    going: 'Un instant…',
  },
};

export const words = language === 'fr' ? fr : en;
