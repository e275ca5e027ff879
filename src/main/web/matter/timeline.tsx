import { useState } from 'preact/hooks';
import type { Me } from '../wire';
import type { TimelineEntry } from '../wire-matter';
import { words } from '../words';
import { Say } from '../words/say';
import { moment } from '../words/time';
import { matterApi } from './api';
import { InlineForm } from './inline-form';
import { usePeople } from './people';
import { entryWords } from './entry-words';
import type { Matter } from './use-matter';

const atFirst = 6;

type Props = { matter: Matter; me: Me; done: () => void; older: () => Promise<void> };

/** What was said and done, newest first. Nothing is rewritten: what was corrected stays, and says so. */
export function Timeline({ matter, me, done, older }: Props) {
  const [all, setAll] = useState(false);
  const [failed, setFailed] = useState(false);
  const w = words.matter.timeline;
  const shown = all ? matter.lines : matter.lines.slice(0, atFirst);
  const hidden = matter.lines.length - shown.length;
  const corrected = new Map(
    matter.lines.flatMap((one) => (one.corrects ? [[one.corrects, one] as const] : [])),
  );
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
  me: Me;
  done: () => void;
};

function Entry({ entry, of, above, corrected, original, me, done }: EntryProps) {
  const [correcting, setCorrecting] = useState(false);
  const people = usePeople();
  const w = words.matter.timeline;
  const said = entryWords(entry, (id) => people.find((one) => one.id === id)?.name ?? '…');
  const isText = entry.kind === 'note' || entry.kind === 'correction';
  return (
    <li class={isText ? '' : 'done'}>
      <p class="soft facts">
        <bdi>{entry.author?.name ?? w.itself}</bdi>
        <time class="num" dateTime={entry.at}>
          {moment(entry.at)}
        </time>
        {entry.callId && <span>{w.onCall}</span>}
        {corrected && <span class="tag">{w.corrected}</span>}
        {isText && !corrected && (
          <button
            type="button"
            class="quiet"
            aria-expanded={correcting}
            onClick={() => setCorrecting(!correcting)}
          >
            {w.correct}
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
      {correcting && (
        <InlineForm
          id={`${me.id}-correct-${entry.id}`}
          title={w.correctTitle}
          go={w.correctGo}
          start={{ text: entry.text ?? '' }}
          fields={[{ name: 'text', label: w.correctLabel, kind: 'text', most: 8000 }]}
          send={({ text }) => matterApi.correct(of, entry.id, text ?? '')}
          done={() => {
            setCorrecting(false);
            done();
          }}
          cancel={() => setCorrecting(false)}
        />
      )}
    </li>
  );
}
