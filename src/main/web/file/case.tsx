import { useState } from 'preact/hooks';
import { due } from '../debts/due';
import { CaseActs, CaseLines, Standing } from '../matter/case-view';
import { tellChanged } from '../matter/told';
import { useMatter, useWriters } from '../matter/use-matter';
import type { Case, Me, Note, OpenPromise } from '../wire';
import { words } from '../words';
import { Say } from '../words/say';
import { moment, when } from '../words/time';
import type { FileActions } from './actions';
import { NoteForm } from './note';

const notesShown = 3;

type Props = {
  one: Case;
  me: Me;
  /** The call on which what is done now is said. */
  during: string | null;
  open: boolean;
  /** Nobody made sure yet whose it is: what one may see elsewhere is not shown here. */
  closed: boolean;
  actions: FileActions;
};

/** A customer's matter: whose move it is and what it does to them, their own words, then everything said and done. */
export function CaseCard({ one, me, during, open, closed, actions }: Props) {
  const [shown, setShown] = useState(open);
  const protect = closed || one.protected === true;
  const seen = shown && !protect;
  const { matter, again, older } = useMatter(one.id, seen, one.notes);
  const writers = useWriters(one.id, shown);
  const here = matter !== null && matter !== 'failed' && !protect ? matter : null;
  const status = here?.whole.status ?? one.status ?? 'waiting-for-us';
  return (
    <details class="card case" open={shown} onToggle={(event) => setShown(event.currentTarget.open)}>
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
      {here && <Standing whole={here.whole} me={me} />}
      {!here && one.promise && <Promised promise={one.promise} />}
      {one.customerWords && (
        <figure class="their-words">
          <figcaption class="soft">{words.case.theirWords}</figcaption>
          <blockquote>
            <Say text={words.case.quote} slots={{ words: one.customerWords }} />
          </blockquote>
        </figure>
      )}
      {status !== 'closed' && <NoteForm on={one} agentId={me.id} call={during} actions={actions} />}
      <p class="writers soft" role="status">
        {writers.length > 0 && (
          <Say
            text={words.matter.view.writing}
            slots={{ who: writers.map(({ agent }) => agent.name).join(', ') }}
          />
        )}
      </p>
      {here && (
        <CaseActs
          matter={here}
          me={me}
          call={during}
          done={(now) => {
            if (now) actions.caseChanged(now);
            again();
            tellChanged();
          }}
          stale={again}
        />
      )}
      {matter === 'failed' && (
        <p class="row late" role="alert">
          {words.matter.view.failed}
          <button type="button" onClick={again}>
            {words.matter.view.retry}
          </button>
        </p>
      )}
      {here ? (
        <CaseLines matter={here} me={me} done={again} older={older} />
      ) : (
        !protect && <Notes notes={one.notes ?? []} />
      )}
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
