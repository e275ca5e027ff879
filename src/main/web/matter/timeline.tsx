import { useState } from 'preact/hooks';
import { chord, ChordKeys } from '../desk/chord';
import { useOpenForm } from '../file/form-draft';
import { HalfWritten } from '../file/half-written';
import type { Me } from '../wire';
import type { TimelineEntry } from '../wire-matter';
import type { Message } from '../wire-message';
import { words } from '../words';
import { Say } from '../words/say';
import { moment } from '../words/time';
import { matterApi } from './api';
import { InlineForm } from './inline-form';
import { usePeople } from './people';
import { entryWords } from './entry-words';
import type { Matter } from './use-matter';

const atFirst = 6;

type Props = {
  matter: Matter;
  me: Me;
  /** The place of the first key that corrects, among those of the case that are reached by two keys. */
  place: number;
  done: () => void;
  older: () => Promise<void>;
};

/** What was said and done, newest first. Nothing is rewritten: what was corrected stays, and says so. */
export function Timeline({ matter, me, place, done, older }: Props) {
  const [all, setAll] = useState(false);
  const [failed, setFailed] = useState(false);
  const w = words.matter.timeline;
  const shown = all ? matter.lines : matter.lines.slice(0, atFirst);
  const hidden = matter.lines.length - shown.length;
  const corrected = new Map(
    matter.lines.flatMap((one) => (one.corrects ? [[one.corrects, one] as const] : [])),
  );
  const correctable = shown.filter((one) => isText(one) && !corrected.has(one.id));
  return (
    <section class="timeline" aria-label={w.title}>
      <h4>{w.title}</h4>
      <ol>
        {shown.map((entry) => (
          <Entry
            key={entry.id}
            entry={entry}
            of={matter.whole.id}
            above={matter.whole.customerWords}
            corrected={corrected.has(entry.id)}
            original={matter.lines.find((one) => one.id === entry.corrects) ?? null}
            me={me}
            message={matter.messages.find((one) => one.id === entry.detail['messageId']) ?? null}
            place={correctable.includes(entry) ? place + correctable.indexOf(entry) : null}
            done={done}
          />
        ))}
      </ol>
      {hidden > 0 && (
        <button type="button" onClick={() => setAll(true)}>
          <Say text={w.older} slots={{ count: matter.more ? `${hidden}+` : hidden }} />
        </button>
      )}
      {hidden === 0 && matter.more && (
        <button type="button" onClick={() => void older().catch(() => setFailed(true))}>
          {w.more}
        </button>
      )}
      {failed && (
        <p class="late" role="alert">
          {w.failed}
        </p>
      )}
    </section>
  );
}

type EntryProps = {
  entry: TimelineEntry;
  of: number;
  /** What stands above already: the words that the case was opened with. */
  above: string | null;
  corrected: boolean;
  original: TimelineEntry | null;
  /** What it tells of, when it is something that they wrote. */
  message: Message | null;
  me: Me;
  /** Null when it cannot be corrected. */
  place: number | null;
  done: () => void;
};

/** By what way they wrote, and as whom: a hint, no more. */
function CameBy({ message }: { message: Message }) {
  const w = words.letter;
  const { name, number, site, typedBy } = message;
  return (
    <span>
      <Say text={typedBy ? w.byLetter : w.bySite} slots={{ by: typedBy ?? '', site: site ?? '' }} />
      {(name || number) && (
        <>
          {' · '}
          <bdi>{[name, number].filter(Boolean).join(', ')}</bdi>
        </>
      )}
    </span>
  );
}

const isText = ({ kind }: TimelineEntry) => kind === 'note' || kind === 'correction';

function Entry({ entry, of, above, corrected, original, message, me, place, done }: EntryProps) {
  const correct = `correct-${entry.id}`;
  const forms = useOpenForm(me.id, `case-${of}.`, [correct]);
  const people = usePeople();
  const w = words.matter.timeline;
  const said = entryWords(entry, (id) => people.find((one) => one.id === id)?.name ?? '…');
  return (
    <li class={isText(entry) ? '' : 'done'}>
      <p class="soft facts">
        <bdi>{entry.author?.name ?? w.itself}</bdi>
        <time class="num" dateTime={entry.at}>
          {moment(entry.at)}
        </time>
        {entry.callId && <span>{w.onCall}</span>}
        {message && <CameBy message={message} />}
        {corrected && <span class="tag">{w.corrected}</span>}
        {place !== null && (
          <button
            type="button"
            class="quiet"
            aria-expanded={forms.open === correct}
            {...chord(place)}
            onClick={() => forms.toggle(correct)}
          >
            {w.correct} <ChordKeys place={place} />
            {forms.waits(correct) && <HalfWritten />}
          </button>
        )}
      </p>
      {said && (
        <p class="what">
          <Say text={said.text} slots={said.slots} />
        </p>
      )}
      {original?.text && (
        <p class="text soft" dir="auto">
          <del>{original.text}</del>
        </p>
      )}
      {entry.text && entry.text !== above && !said?.slots['text'] && (
        <p class="text" dir="auto">
          {entry.text}
        </p>
      )}
      {forms.open && (
        <InlineForm
          agentId={me.id}
          place={`case-${of}.${correct}`}
          unasked={forms.unasked}
          title={w.correctTitle}
          go={w.correctGo}
          start={{ text: entry.text ?? '' }}
          fields={[{ name: 'text', label: w.correctLabel, kind: 'text', most: 8000 }]}
          send={({ text }) => matterApi.correct(of, entry.id, text ?? '')}
          done={() => {
            forms.close();
            done();
          }}
          cancel={forms.close}
        />
      )}
    </li>
  );
}
