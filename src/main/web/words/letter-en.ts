/** What the desk says of what customers write, in English. */
export const letterEn = {
  open: 'Letter',
  title: 'What they wrote on paper',
  words: 'Their words, as they stand in the letter',
  go: 'Take the letter in',
  opened: 'Taken in as a new case.',
  added: 'Taken in: a line of their case.',
  owed: '{by} is to call them {at}.',
  nobody: 'Somebody of the team is to call them {at}.',
  noNumber: 'There is no number to call them at.',
  bySite: 'by the form of {site}',
  byLetter: 'in a letter, typed in by {by}',
};
