import { useEffect, useState } from 'preact/hooks';
import { due, span } from '../debts/due';
import { useNow } from '../debts/use-now';
import { CallKey } from '../out/call-key';
import type { DeskState } from '../state/desk-state';
import type { CallFirst, CasePromise, Errand } from '../wire-matter';
import { words } from '../words';
import { fill } from '../words/fill';
import { Say } from '../words/say';
import { askMine, type Mine } from './side-api';
import { useChanged } from './told';

const often = 60_000; // milliseconds: what becomes late by itself is here within a minute
const atFirst = 6;

type Open = (customerId: number, caseId: number | null) => void;

/** Whom to call before they call, and what comes due: the other half of the side, beside whom to call back. */
export function MySide({ desk, open }: { desk: DeskState; open: Open }) {
  const [mine, failed, again] = useMine(desk);
  const now = useNow(desk.clockOffset);
  if (failed)
    return (
      <div class="card row" role="alert">
        <p class="late">{words.side.failed}</p>
        <button type="button" onClick={again}>
          {words.side.retry}
        </button>
      </div>
    );
  if (!mine) return null;
  return (
    <>
      {mine.callFirst.length > 0 && <FirstToCall lines={mine.callFirst} now={now} open={open} />}
      {mine.coming.length > 0 && <Coming list={mine.coming} now={now} me={desk.me.id} open={open} />}
    </>
  );
}

/** Asked for when the service says that something is owed otherwise, when this desk did something, and now and then. */
function useMine(desk: DeskState): [Mine | null, boolean, () => void] {
  const [mine, set] = useState<Mine | null>(null);
  const [failed, setFailed] = useState(false);
  const [asked, ask] = useState(0);
  const changed = useChanged();
  const live = desk.link.kind === 'live';
  useEffect(() => {
    if (!live) return;
    let current = true;
    askMine().then(
      (list) => {
        if (!current) return;
        set(list);
        setFailed(false);
      },
      () => current && setFailed(true),
    );
    return () => {
      current = false;
    };
  }, [live, desk.debtsTold, changed, asked]);
  const again = () => ask((before) => before + 1);
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && again(), often);
    return () => clearInterval(timer);
  }, []);
  return [mine, failed, again];
}

function FirstToCall({ lines, now, open }: { lines: CallFirst[]; now: number; open: Open }) {
  const w = words.side;
  return (
    <section class="card mine call-first" aria-labelledby="call-first-title">
      <h2 id="call-first-title">
        {w.callFirst}
        <span class="count num">{lines.length}</span>
      </h2>
      <ul>
        {lines.map((line, index) => (
          <li key={`${line.why}-${line.customer.id}-${line.caseId}-${line.promiseId ?? line.errandId}`}>
            <div class="owed">
              <Name who={line.customer} caseId={line.caseId} open={open} />
              <span class="late">
                <span aria-hidden="true">▲ </span>
                <Say
                  text={
                    line.why === 'case-quiet' ? w.quietFor : line.why === 'alert' ? w.since : words.debts.late
                  }
                  slots={{ time: span(now - Date.parse(line.since)) }}
                />
              </span>
            </div>
            <p class="soft">
              <Say text={w.why[line.why]} slots={{ about: line.about ?? '', case: line.case ?? '' }} />
            </p>
            {line.numbers.length > 0 && (
              <p class="row">
                {line.numbers.slice(0, 2).map(({ number, display }, which) => (
                  <CallKey
                    key={number}
                    wanted={{
                      number,
                      customerId: line.customer.id,
                      ...(line.caseId === null ? {} : { caseId: line.caseId }),
                    }}
                    label={fill(w.callLabel, { who: line.customer.name, number: display })}
                    shortcut={index === 0 && which === 0 ? 'J' : undefined}
                    called={() => open(line.customer.id, line.caseId)}
                  >
                    <Say text={w.call} slots={{ number: display }} />
                  </CallKey>
                ))}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

type ComingProps = { list: (CasePromise | Errand)[]; now: number; me: number; open: Open };

function Coming({ list, now, me, open }: ComingProps) {
  const [all, setAll] = useState(false);
  const w = words.side;
  const shown = all ? list : list.slice(0, atFirst);
  return (
    <section class="card mine" aria-labelledby="coming-title">
      <h2 id="coming-title">
        {w.coming}
        <span class="count num">{list.length}</span>
      </h2>
      <ul>
        {shown.map((one) => (
          <li key={`${'party' in one ? 'e' : 'p'}${one.id}`}>
            <div class="owed">
              <Name who={one.customer} caseId={one.caseId} open={open} />
              <span class="soft">{due(one.dueAt, now).text}</span>
            </div>
            <p class="soft">
              {'party' in one ? (
                <Say text={w.errand} slots={{ party: one.party, what: one.what }} />
              ) : (
                <Say
                  text={one.by.id === me ? w.promise : w.promiseOf}
                  slots={{ what: one.what, by: one.by.name }}
                />
              )}
            </p>
          </li>
        ))}
      </ul>
      {shown.length < list.length && (
        <button type="button" onClick={() => setAll(true)}>
          <Say text={w.all} slots={{ count: list.length }} />
        </button>
      )}
    </section>
  );
}

function Name({
  who,
  caseId,
  open,
}: {
  who: { id: number; name: string };
  caseId: number | null;
  open: Open;
}) {
  return (
    <button type="button" class="name" onClick={() => open(who.id, caseId)}>
      <bdi>{who.name}</bdi>
    </button>
  );
}
