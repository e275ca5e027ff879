import { useRef, useState } from 'preact/hooks';
import { chord, ChordKeys } from '../desk/chord';
import type { Me, Person } from '../wire';
import { words } from '../words';
import { fill } from '../words/fill';
import { Say } from '../words/say';
import { type FileActions, focusFile } from './actions';
import { useDraft } from './draft';
import { DraftState } from './draft-state';
import { useSending } from './sending';

type Props = { person: Person; me: Me; actions: FileActions };

/** A new case for this customer, owned by the agent who writes it. Half-written ones come back open. */
export function NewCase({ person, me, actions }: Props) {
  const [chosen, setOpen] = useState<boolean | null>(null);
  const [title] = useDraft(me.id, `new-case-${person.id}.title`);
  const [theirs] = useDraft(me.id, `new-case-${person.id}.words`);
  // Until the agent opens or closes it: the service may bring a half-written one a moment later. What was begun while one
  // was sure who it is stays in sight afterwards.
  if (chosen ?? Boolean(title || theirs))
    return <Form person={person} me={me} actions={actions} done={() => setOpen(false)} />;
  // Whoever owns a case of theirs sees the whole of them: so one makes sure first, or says why.
  if (person.protected) return null;
  return (
    <button type="button" {...chord('N')} onClick={() => setOpen(true)}>
      {words.customer.newCase} <ChordKeys place="N" />
    </button>
  );
}

function Form({ person, me, actions, done }: Props & { done: () => void }) {
  const [title, setTitle, titleKeeping] = useDraft(me.id, `new-case-${person.id}.title`);
  const [theirs, setTheirs, theirsKeeping] = useDraft(me.id, `new-case-${person.id}.words`);
  const [sending, send] = useSending();
  const [missing, setMissing] = useState(false);
  const titleBox = useRef<HTMLInputElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  const forget = () => {
    setTitle('');
    setTheirs('');
    done();
    focusFile();
  };
  const save = (event: Event) => {
    event.preventDefault();
    if (!title.trim()) {
      setMissing(true);
      titleBox.current?.focus();
      return;
    }
    void send(async () => {
      const wanted = { customerId: person.id, title: title.trim(), ownerId: me.id };
      await actions.addCase(theirs.trim() ? { ...wanted, customerWords: theirs.trim() } : wanted);
      forget();
    });
  };
  const fault =
    missing || (sending.kind === 'failed' && sending.problem.field === 'title')
      ? words.newCase.titleMissing
      : sending.kind === 'failed'
        ? fill(words.newCase.failed, { problem: words.problem[sending.problem.fault] })
        : '';

  return (
    <form class="card fields" onSubmit={save} aria-labelledby="new-case-title">
      <h3 id="new-case-title" ref={heading}>
        <Say text={words.newCase.heading} slots={{ name: person.name }} />
      </h3>
      <label>
        <span>{words.newCase.title}</span>
        <input
          ref={(box) => {
            if (box && !titleBox.current) box.focus();
            titleBox.current = box;
          }}
          value={title}
          maxLength={200}
          placeholder={words.newCase.titleHint}
          aria-invalid={missing}
          aria-describedby="new-case-fault"
          onInput={(event) => {
            setMissing(false);
            setTitle(event.currentTarget.value);
          }}
        />
      </label>
      <label>
        <span>{words.newCase.words}</span>
        <textarea
          rows={3}
          value={theirs}
          maxLength={8000}
          placeholder={words.newCase.wordsHint}
          onInput={(event) => setTheirs(event.currentTarget.value)}
        />
      </label>
      <p id="new-case-fault" class="late" role="alert">
        {fault}
      </p>
      <div class="row">
        <button type="submit" class="go">
          {sending.kind === 'sending' ? words.newCase.saving : words.newCase.save}
        </button>
        <button type="button" onClick={forget}>
          {words.newCase.cancel}
        </button>
        <DraftState
          keeping={titleKeeping === 'failed' ? titleKeeping : theirs ? theirsKeeping : titleKeeping}
        />
      </div>
    </form>
  );
}
