import { due } from '../debts/due';
import type { Case, Me, Note, OpenPromise } from '../wire';
import { words } from '../words';
import { Say } from '../words/say';
import { moment, when } from '../words/time';
import type { FileActions } from './actions';
import { NoteForm } from './note';

const notesShown = 3;

type Props = { one: Case; me: Me; open: boolean; actions: FileActions };

/** A customer's matter: their own words first, then what we wrote about it. */
export function CaseCard({ one, me, open, actions }: Props) {
  const status = one.status ?? 'waiting-for-us';
  return (
    <details class="card case" open={open}>
      <summary>
        <h3>
          <bdi>{one.title}</bdi>
        </h3>
        <span class="soft facts">
          {status !== 'waiting-for-us' && <span class="tag">{words.case[status]}</span>}
          {one.owner.id === me.id ? (
            <b class="yours">{words.case.yours}</b>
          ) : (
            <span>
              <Say text={words.case.owner} slots={{ name: one.owner.name }} />
            </span>
          )}
          <time dateTime={one.openedAt}>
            <Say text={words.case.opened} slots={{ at: when(one.openedAt) }} />
          </time>
        </span>
      </summary>
      {one.promise && <Promised promise={one.promise} />}
      {one.customerWords && (
        <figure class="their-words">
          <figcaption class="soft">{words.case.theirWords}</figcaption>
          <blockquote>
            <Say text={words.case.quote} slots={{ words: one.customerWords }} />
          </blockquote>
        </figure>
      )}
      {status !== 'closed' && <NoteForm on={one} agentId={me.id} actions={actions} />}
      {!one.protected && <Notes notes={one.notes ?? []} />}
    </details>
  );
}

/** Known before the caller has to ask for it. */
function Promised({ promise }: { promise: OpenPromise }) {
  const { late, text } = due(promise.dueAt, Date.now());
  return (
    <p class="remember">
      <Say text={words.case.promised} slots={{ what: promise.what, by: promise.by }} />{' '}
      <b class={late ? 'late' : ''}>
        {late && <span aria-hidden="true">▲ </span>}
        {text}
      </b>
    </p>
  );
}

function Notes({ notes }: { notes: Note[] }) {
  if (notes.length === 0) return <p class="soft">{words.case.noNotes}</p>;
  const older = notes.slice(notesShown);
  return (
    <>
      <h4>{words.case.notes}</h4>
      <NoteList notes={notes.slice(0, notesShown)} />
      {older.length > 0 && (
        <details class="older">
          <summary>
            <Say text={words.case.older} slots={{ count: older.length }} />
          </summary>
          <NoteList notes={older} />
        </details>
      )}
    </>
  );
}

function NoteList({ notes }: { notes: Note[] }) {
  return (
    <ul class="notes">
      {notes.map((note) => (
        <li key={note.id ?? `${note.at}${note.text}`}>
          <p class="soft facts">
            <bdi>{note.author}</bdi>
            <time class="num" dateTime={note.at}>
              {moment(note.at)}
            </time>
          </p>
          <p class="text" dir="auto">
            {note.text}
          </p>
        </li>
      ))}
    </ul>
  );
}
