import { useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import { api } from '../api';
import { useFlag } from '../attention/flag';
import { useRinger } from '../attention/ringer';
import { DebtList } from '../debts/debt-list';
import { fileActions } from '../file/actions';
import { draftsOf, sendDraftsWhenLeaving } from '../file/draft';
import { LeftOver } from '../file/left-over';
import { Search } from '../file/search';
import { GiveAll } from '../matter/give-all';
import { MySide } from '../matter/my-side';
import { calledBy, questionAfter, WrapUp, WrapUpAfter } from '../matter/wrap-up';
import { CallKey } from '../out/call-key';
import { TypeNumber } from '../out/type-number';
import { Unjudged } from '../out/unjudged';
import { type DeskSocket, openDeskSocket } from '../socket';
import { deskAfter, newDesk, personShown } from '../state/desk-state';
import type { Me } from '../wire';
import type { Debt } from '../wire-debts';
import { words } from '../words';
import { fill } from '../words/fill';
import { Announcer } from './announcer';
import { CallStrip } from './call-strip';
import { HandOverHere } from './hand-over';
import { Middle } from './middle';
import { Preferences } from './preferences';
import { takesText, useShortcuts } from './shortcuts';
import { TopBar } from './top-bar';

type Props = { me: Me; signOut: () => void; checkSession: () => void };

/** The agent's page: what the service says and what the agent does become acts; this draws what they make of the desk. */
export function Desk({ me, signOut, checkSession }: Props) {
  const [desk, tell] = useReducer(deskAfter, me, newDesk);
  const [query, setQuery] = useState('');
  // the call that the agent is about to hand over
  const [handing, setHanding] = useState<string | null>(null);
  const [reached, setReached] = useState<{ call: string; customerId: number } | null>(null);
  const socket = useRef<DeskSocket | null>(null);
  const middle = useRef<HTMLElement>(null);
  const actions = useMemo(() => fileActions(tell), []);
  const shown = useRef(desk);
  shown.current = desk;

  useEffect(() => {
    socket.current = openDeskSocket({
      heard: (message) => {
        const person = personShown(shown.current);
        const drafted = person?.cases.some((one) => draftsOf(me.id).text(`case-${one.id}`) !== '') ?? false;
        const typing = takesText(document.activeElement) && middle.current?.contains(document.activeElement);
        tell({ type: 'heard', message, at: Date.now(), keepFile: drafted || typing === true });
        if (message.type !== 'hello') return;
        if (message.me.id !== me.id) checkSession();
        else void draftsOf(me.id).settle(); // the service is back: what it missed goes first
      },
      link: (link) => tell({ type: 'link', link }),
      lost: checkSession,
    });
    return () => socket.current?.close();
  }, [me.id, checkSession]);

  useEffect(() => sendDraftsWhenLeaving(me.id), [me.id]);

  useShortcuts();
  useFlag(desk);
  useRinger(desk.call, desk.link.kind === 'live');

  const search = (wanted: string) => {
    if (wanted) setQuery(wanted);
    document.querySelector<HTMLElement>('[type=search]')?.focus();
  };

  const finish = () => {
    tell({ type: 'finish-call' });
    setReached(null);
    void api.endWrapUp().catch(() => {}); // the front door's limit ends it all the same
  };
  const openFile = (id: number, caseId: number | null) =>
    void api.customer(id).then(
      (one) => actions.open(one, caseId ?? undefined),
      () => {},
    );
  const asksAtEnd = questionAfter(desk.call);
  // whoever was reached by a call out; the next caller's matter goes first
  const talkedWith = calledBy(desk);
  const free = desk.call === null || desk.call.phase === 'ended';
  const asksAfterOut = free && !asksAtEnd ? (talkedWith ?? reached) : null;

  return (
    <>
      <TopBar
        desk={desk}
        signOut={signOut}
        availabilityChanged={(availability, reason) =>
          tell({
            type: 'heard',
            message: { type: 'availability', availability, reason, because: null },
            at: Date.now(),
            keepFile: true,
          })
        }
      />
      <CallStrip
        desk={desk}
        does={{
          handOver: () => setHanding(desk.call?.pop.call ?? null),
          showCall: () => tell({ type: 'show-call' }),
          finish,
          finishCallOut: () => tell({ type: 'finish-call-out' }),
          judged: (call, judgement) => {
            setReached(judgement === 'reached' ? talkedWith : null);
            tell({ type: 'heard', message: { type: 'call-out-done', call }, at: Date.now(), keepFile: true });
          },
          // by the switch, which says so when it fails
          readyAgain: () => document.querySelector<HTMLElement>('[name=availability][value=ready]')?.click(),
          tryNow: () => socket.current?.tryNow(),
        }}
      />
      <Announcer desk={desk} />
      <div class="wide columns">
        <main ref={middle}>
          <Middle desk={desk} search={search} actions={actions} />
        </main>
        <aside aria-label={words.search.label}>
          {desk.call?.phase === 'talking' && (
            <HandOverHere
              key={desk.call.pop.call}
              call={desk.call}
              me={me}
              asked={desk.call.pop.call === handing}
              done={() => setHanding(null)}
            />
          )}
          {asksAtEnd && <WrapUp key={asksAtEnd.call} {...asksAtEnd} me={me} finish={finish} />}
          {asksAfterOut && <WrapUpAfter key={asksAfterOut.call} {...asksAfterOut} me={me} finish={finish} />}
          <DebtList
            desk={desk}
            open={(id) => void api.customer(id).then(actions.open, () => {})}
            callBack={callBack}
          />
          <Unjudged desk={desk} />
          <LeftOver desk={desk} asked={asksAfterOut?.call ?? null} open={openFile} actions={actions} />
          <MySide desk={desk} open={openFile} />
          <GiveAll me={desk.me} />
          <TypeNumber />
          <Search query={query} setQuery={setQuery} open={(one) => actions.open(one)} />
          <Preferences />
        </aside>
      </div>
    </>
  );
}

/** The key that calls back: on the one due first it has a letter of its own. */
function callBack(debt: Debt, first: boolean) {
  const { e164, display } = debt.number;
  if (!e164) return null;
  return (
    <p>
      <CallKey
        wanted={{
          number: e164,
          debtId: debt.id,
          ...(debt.customer ? { customerId: debt.customer.id } : {}),
        }}
        label={fill(words.out.callBackWho, { who: debt.customer?.name ?? display })}
        shortcut={first ? 'B' : undefined}
      >
        {words.out.callBack}
      </CallKey>
    </p>
  );
}
