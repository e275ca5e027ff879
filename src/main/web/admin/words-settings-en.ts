/** The change log, in English. */
export const settings = {
  section: {
    changes: {
      title: 'Changes',
      lead: 'Who changed which setting, when, from what to what. Each can be taken back.',
    },
  },
  changes: {
    of: 'Of what',
    everything: 'Everything',
    none: 'Nothing was changed yet.',
    older: 'Show older changes',
    undo: 'Take it back',
    undone: 'Was taken back.',
    undoes: 'Takes an earlier change back.',
    nothing: 'nothing',
    yes: 'yes',
    no: 'no',
    act: {
      added: 'Added: {what}',
      changed: 'Changed: {what}',
      removed: 'Removed: {what}',
      'secret-renewed': 'New password: {what}',
    },
    setting: {
      house: 'the house',
      'front-door': 'front door',
      routing: 'who answers at',
      team: 'team',
      person: 'person',
      'shared-number': 'shared number',
      site: 'form',
      retention: 'how long data is kept',
    },
  },
};
