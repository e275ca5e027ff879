import { useEffect, useState } from 'preact/hooks';
import { api, Problem } from '../api';
import { matterApi } from '../matter/api';
import { whyNot } from '../matter/inline-form';
import { WrapUpAfter } from '../matter/wrap-up';
import { type DeskState, personShown } from '../state/desk-state';
import type { Draft } from '../wire';
import { words } from '../words';
import { fill } from '../words/fill';
import type { FileActions } from './actions';
import { CallNote } from './call-note';
import { draftsOf, useDrafts } from './draft';
import { type DraftPlace, isText, placeOf } from './draft-keys';

type Open = (customerId: number, caseId: number | null) => void;
type Props = {
  desk: DeskState;
  /** The call that is asked about anyway. */
  asked: string | null;
  open: Open;
  actions: FileActions;
};

/** All that is half-written about one case, one person or one call. */
type Left = { place: DraftPlace; about: Draft['about']; drafts: Draft[] };

/** What this agent has begun to write, on this machine or another, and cannot see at the moment: nothing is lost by being out of sight. */
export function LeftOver({ desk, asked, open, actions }: Props) {
  const drafts = useDrafts(desk.me.id, (kept) => kept.written().join());
  const all = useAll(desk);
  const written = new Set(drafts.written());
  const left = grouped(all.filter(({ key }) => written.has(key))).filter(
    (one) => !isShown(one, desk) && !(one.place.kind === 'call' && one.place.id === asked),
  );
  if (left.length === 0) return null;
  const lines = left.filter(({ place }) => place.kind !== 'call');
  return (
    <>
      {lines.length > 0 && (
        <section class="card mine left-over" aria-labelledby="left-over-title">
          <h2 id="left-over-title">
            {words.left.title}
            <span class="count num">{lines.length}</span>
          </h2>
          <ul>
            {lines.map((one) => (
              <Line key={`${one.place.kind}-${one.place.id}`} left={one} open={open} />
            ))}
          </ul>
        </section>
      )}
      {left
        .filter(({ place }) => place.kind === 'call')
        .map((one) => (
          <OfCall key={one.place.id} left={one} desk={desk} open={open} actions={actions} />
        ))}
    </>
  );
}

/** What the service keeps, asked for when the desk is connected and when other files and calls are shown than before. */
function useAll(desk: DeskState): Draft[] {
  const [all, set] = useState<Draft[]>([]);
  const live = desk.link.kind === 'live';
  const shown = personShown(desk)?.id;
  useEffect(() => {
    if (!live) return;
    let current = true;
    draftsOf(desk.me.id)
      .settle()
      .then(api.drafts)
      .then(
        (list) => current && set(list),
        () => {}, // asked again with the next file or call
      );
    return () => {
      current = false;
    };
  }, [desk.me.id, live, shown, desk.call?.pop.call, desk.call?.phase, desk.out.call?.call]);
  return all;
}

function grouped(drafts: Draft[]): Left[] {
  const groups = new Map<string, Left>();
  for (const draft of drafts) {
    const place = placeOf(draft.key);
    // what is owed is always at the side, with what is written there
    if (!place || place.kind === 'debt') continue;
    const name = `${place.kind === 'new-case' ? 'customer' : place.kind}-${place.id}`;
    const group = groups.get(name) ?? { place, about: draft.about, drafts: [] };
    group.drafts.push(draft);
    groups.set(name, group);
  }
  return [...groups.values()];
}

function isShown({ place, about }: Left, desk: DeskState): boolean {
  const shown = personShown(desk);
  switch (place.kind) {
    case 'call':
      return place.id === desk.call?.pop.call;
    case 'case':
      return shown?.cases.some((one) => String(one.id) === place.id) ?? false;
    default:
      return shown !== null && (String(shown.id) === place.id || shown.id === about?.customer?.id);
  }
}

const kindsOf = ({ drafts }: Left): string => {
  const names: Record<string, string> = words.left.what;
  const kinds = drafts.map(({ key }) => (placeOf(key)?.form ?? 'note').replace(/-\d+$/, ''));
  return [...new Set(kinds)].map((kind) => names[kind] ?? kind).join(', ');
};

const textOf = ({ drafts }: Left): string =>
  drafts
    .filter(({ key }) => isText(key))
    .map(({ text }) => text.trim())
    .join(' · ');

function Line({ left, open }: { left: Left; open: Open }) {
  const [failed, setFailed] = useState('');
  const { place, about } = left;
  const w = words.left;
  const go = async () => {
    setFailed('');
    const id = Number(place.id);
    if (place.kind !== 'case') open(about?.customer?.id ?? id, null);
    else
      try {
        open(about?.customer?.id ?? (await matterApi.read(id)).customerId, id);
      } catch (failure) {
        setFailed(whyNot(failure instanceof Problem ? failure : new Problem('server')));
      }
  };
  const who = about?.customer?.name ?? w.unknown;
  return (
    <li>
      <div class="owed">
        <button type="button" class="name" aria-label={fill(w.open, { who })} onClick={() => void go()}>
          <bdi>{who}</bdi>
        </button>
        <span class="soft">{kindsOf(left)}</span>
      </div>
      {about?.case && (
        <p class="soft">
          <bdi>{about.case.title}</bdi>
        </p>
      )}
      <p class="begun-words" dir="auto">
        {textOf(left)}
      </p>
      {failed && (
        <p class="late" role="alert">
          {failed}
        </p>
      )}
    </li>
  );
}

type OfCallProps = Omit<Props, 'asked'> & { left: Left };

/** What was written on a call that is not on the desk any more, where it can still be put. */
function OfCall({ left, desk, open, actions }: OfCallProps) {
  const { place, about } = left;
  const has = (form: string | null) => left.drafts.some(({ key }) => placeOf(key)?.form === form);
  const others = left.drafts.filter(({ key }) => {
    const form = placeOf(key)?.form;
    return form === 'hand-over' || form === 'name' || (form === 'wrap-up' && !about?.customer);
  });
  const who = about?.customer ?? null;
  return (
    <section class="card mine left-over" aria-labelledby={`left-${place.id}`}>
      <h2 id={`left-${place.id}`}>{words.left.callEnded}</h2>
      {who && (
        <p>
          <button type="button" class="name" onClick={() => open(who.id, null)}>
            <bdi>{who.name}</bdi>
          </button>
        </p>
      )}
      {has(null) && (
        <CallNote call={place.id} person={personShown(desk)} me={desk.me} actions={actions} plain />
      )}
      {has('wrap-up') && who && (
        <WrapUpAfter
          call={place.id}
          customerId={who.id}
          title={fill(words.left.wrapUp, { who: who.name })}
          me={desk.me}
          finish={() => {}}
        />
      )}
      {others.length > 0 && <Orphans left={{ ...left, drafts: others }} desk={desk} />}
    </section>
  );
}

/** Words whose moment is over: to be read once more, and thrown away. */
function Orphans({ left, desk }: { left: Left; desk: DeskState }) {
  return (
    <>
      <p class="soft">{kindsOf(left)}</p>
      <p dir="auto">{textOf(left)}</p>
      <p>
        <button
          type="button"
          onClick={() => {
            for (const { key } of left.drafts) draftsOf(desk.me.id).write(key, '');
          }}
        >
          {words.left.throwAway}
        </button>
      </p>
    </>
  );
}
