import { useRef, useState } from 'preact/hooks';
import type { Case } from '../wire';
import { words } from '../words';
import { fill } from '../words/fill';
import { clockTime } from '../words/time';
import type { FileActions } from './actions';
import { useDraft } from './draft';
import { DraftState } from './draft-state';
import { useSending } from './sending';

type Props = { on: Case; agentId: number; call: string | null; actions: FileActions };

/** A note being written on a case. What is typed is a draft until it is saved: nothing but saving or clearing it ends it. */
export function NoteForm({ on, agentId, call, actions }: Props) {
  const [text, setText, keeping] = useDraft(agentId, `case-${on.id}`);
  const [sending, send] = useSending();
  const [empty, setEmpty] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const status = `note-status-${on.id}`;

  const save = () => {
    if (!text.trim()) {
      setEmpty(true);
      box.current?.focus();
      return;
    }
    void send(async () => {
      await actions.addNote(on.id, text.trim(), call);
      setText('');
    });
  };

  return (
    <form
      class="note"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <textarea
        ref={box}
        rows={3}
        aria-label={fill(words.note.labelFor, { case: on.title })}
        aria-keyshortcuts="N"
        aria-describedby={status}
        placeholder={words.note.hint}
        maxLength={8000}
        value={text}
        readOnly={sending.kind === 'sending'}
        onInput={(event) => {
          setEmpty(false);
          setText(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          save();
        }}
      />
      <div class="row">
        <button type="submit" class="go" aria-disabled={sending.kind === 'sending'}>
          {sending.kind === 'sending'
            ? words.note.saving
            : sending.kind === 'failed'
              ? words.note.retry
              : words.note.save}{' '}
          <kbd>Ctrl ↵</kbd>
        </button>
        <span id={status} role="status" class={sending.kind === 'failed' || empty ? 'late' : 'soft'}>
          {said()}
        </span>
        <DraftState keeping={keeping} />
      </div>
    </form>
  );

  function said(): string {
    if (empty) return words.note.empty;
    if (sending.kind === 'failed')
      return fill(words.note.failed, { problem: words.problem[sending.problem.fault] });
    if (!text && sending.kind === 'sent') return fill(words.note.saved, { at: clockTime(sending.at) });
    return '';
  }
}
