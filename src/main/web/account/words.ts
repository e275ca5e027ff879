import { language } from '../words';

export const en = {
  title: 'My account',
  toDesk: 'Back to the desk',
  login: 'You sign in as {login}.',
  password: {
    title: 'Password',
    current: 'Current password',
    fresh: 'New password',
    hint: 'At least 15 signs: a few words in a row are easiest. All your other machines are signed out.',
    go: 'Change the password',
    done: 'The password is changed.',
    wrongCurrent: 'This is not your password.',
    wrongFresh: 'Too short, the same few signs again and again, or little more than your login.',
  },
  factor: {
    title: 'Second factor',
    off: 'The password alone signs you in. With a second factor, an authenticator on your phone is asked for a code as well.',
    on: 'A code is asked for since {when}. Recovery codes left: {left}.',
    set: 'Set it up',
    remove: 'Remove it',
    askPassword: 'Your password, to be sure that it is you',
    scan: 'Scan this with your authenticator, or type the secret into it. Then type the code that it shows.',
    picture: 'QR code for your authenticator',
    secret: 'Secret',
    code: 'Code',
    confirm: 'Confirm',
    wrongCode: 'This is not the code of this moment: is the clock of the device right?',
    codes:
      'It is on. Keep these recovery codes on paper: each signs you in once when the device is lost. They are shown only now.',
    kept: 'I have kept them',
    removed: 'The second factor is removed.',
  },
  machines: {
    title: 'Where you are signed in',
    here: 'this machine',
    unknown: 'Unknown program',
    since: 'Signed in {since}, last used {seen}',
    end: 'Sign out {device}',
    ended: 'That machine is signed out.',
  },
};

export const fr: typeof en = {
  title: 'Mon compte',
  toDesk: 'Retour au poste',
  login: 'Votre identifiant est {login}.',
  password: {
    title: 'Mot de passe',
    current: 'Mot de passe actuel',
    fresh: 'Nouveau mot de passe',
    hint: 'Au moins 15 signes : quelques mots à la suite, c’est le plus simple. Vos autres appareils seront déconnectés.',
    go: 'Changer le mot de passe',
    done: 'Le mot de passe est changé.',
    wrongCurrent: 'Ce n’est pas votre mot de passe.',
    wrongFresh: 'Trop court, toujours les mêmes signes, ou guère plus que votre identifiant.',
  },
  factor: {
    title: 'Deuxième facteur',
    off: 'Le mot de passe seul vous connecte. Avec un deuxième facteur, un code de votre téléphone est demandé en plus.',
    on: 'Un code est demandé depuis {when}. Codes de secours restants : {left}.',
    set: 'Le mettre en place',
    remove: 'Le retirer',
    askPassword: 'Votre mot de passe, pour être sûr que c’est vous',
    scan: 'Scannez ceci avec votre application d’authentification, ou tapez-y le secret. Puis tapez le code qu’elle montre.',
    picture: 'Code QR pour votre application d’authentification',
    secret: 'Clé secrète',
    code: 'Code affiché',
    confirm: 'Confirmer',
    wrongCode: 'Ce n’est pas le code du moment : l’horloge de l’appareil est-elle juste ?',
    codes:
      'C’est en place. Gardez ces codes de secours sur papier : chacun vous connecte une fois si l’appareil est perdu. Ils ne sont montrés que maintenant.',
    kept: 'Je les ai gardés',
    removed: 'Le deuxième facteur est retiré.',
  },
  machines: {
    title: 'Vos appareils connectés',
    here: 'cet appareil',
    unknown: 'Programme inconnu',
    since: 'Connecté {since}, dernière utilisation {seen}',
    end: 'Déconnecter {device}',
    ended: 'Cet autre appareil est déconnecté.',
  },
};

export const words = language === 'fr' ? fr : en;
