/** What the desk says at its side of what an agent owes and is owed, in English. */
export const sideEn = {
  callFirst: 'Call before they call',
  quietFor: 'untouched for {time}',
  why: {
    'promise-late': 'A promise is late: {about}',
    'errand-late': 'A third party is late: {about}',
    'case-quiet': 'Nobody touched “{case}”',
    alert: 'Reported: {about}',
  },
  since: 'for {time}',
  call: 'Call {number}',
  callLabel: 'Call {who}, {number}',
  coming: 'Due next',
  promise: 'You promised: {what}',
  promiseOf: '{by} promised: {what}',
  errand: '{party} owes: {what}',
  all: 'Show all ({count})',
  wrapUp: {
    title: 'Before you finish',
    case: 'Which case',
    promise: 'What did we promise?',
    dueAt: 'By when',
    solved: 'Solved, in the customer’s words?',
    go: 'Save this',
  },
  failed: 'What is due could not be fetched.',
  retry: 'Try again',
};
