import { useState } from 'preact/hooks';
import type { Case, Me, Person } from '../wire';
import { words } from '../words';
import { fill } from '../words/fill';
import type { FileActions } from './actions';
import { useDraft } from './draft';
import { DraftState } from './draft-state';
import { useSending } from './sending';

const longestTitle = 200; // characters the service takes

type Props = {
  call: string;
  /** Whose it is, once that is known. */
  person: Person | null;
  me: Me;
  actions: FileActions;
  /** Within another card. */
  plain?: boolean;
};

/** What is said on a call before anybody knows whose matter it is: kept with the call, then put on a case of whoever it was. */
export function CallNote({ call, person, me, actions, plain = false }: Props) {
  const [text, setText, keeping] = useDraft(me.id, `call-${call}`);
  const [sending, send] = useSending();
  const [empty, setEmpty] = useState(false);
  const w = words.callNote;
  const open = person?.cases.filter((one) => one.status !== 'closed') ?? [];
  // who has something open has a place for notes: this is only for what was begun before that was known
  if (open.length > 0 && !text) return null;
  const put = (onto: Case | null) => {
    setEmpty(!text.trim());
    if (!person || !text.trim()) return;
    void send(async () => {
      const said = text.trim();
      if (onto) await actions.addNote(onto.id, said, call);
      else {
        const title = (said.split('\n')[0] ?? said).slice(0, longestTitle);
        await actions.addCase({
          customerId: person.id,
          title,
          customerWords: said,
          ownerId: me.id,
          callId: call,
        });
      }
      setText('');
    });
  };
  return (
    <div class={plain ? 'fields' : 'card fields call-note'}>
      <label>
        <span>
          {w.label} {!plain && <kbd>N</kbd>}
        </span>
        <textarea
          rows={3}
          maxLength={8000}
          value={text}
          placeholder={w.hint}
          {...(plain ? {} : { 'aria-keyshortcuts': 'N' })}
          aria-describedby={`call-note-${call}`}
          readOnly={sending.kind === 'sending'}
          onInput={(event) => {
            setEmpty(false);
            setText(event.currentTarget.value);
          }}
        />
      </label>
      <div class="row">
        {open.map((one) => (
          <button key={one.id} type="button" class="go" onClick={() => put(one)}>
            {fill(w.onto, { case: one.title })}
          </button>
        ))}
        {person && open.length === 0 && (
          <button type="button" class="go" onClick={() => put(null)}>
            {w.newCase}
          </button>
        )}
        {!person && <span class="soft">{w.later}</span>}
        <DraftState keeping={keeping} />
      </div>
      <p id={`call-note-${call}`} class="late" role="alert">
        {empty && words.note.empty}
        {sending.kind === 'failed' &&
          fill(words.note.failed, { problem: words.problem[sending.problem.fault] })}
      </p>
    </div>
  );
}
