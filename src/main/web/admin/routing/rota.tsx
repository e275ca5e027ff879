import { CalendarPlus, Plus } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Sending } from '../../file/sending';
import { Icon } from '../parts/icon';
import type { Agent } from '../wire-routing';
import { words } from '../words';
import { OnCallNow } from './on-call-now';
import { movedBy, newOnce, newWeekly, refused, type TypedTurn, wantedRota } from './rota-typed';
import { TurnRow } from './turn-row';

type Props = {
  /** The front door that it is of. */
  door: number;
  rota: TypedTurn[];
  agents: Agent[];
  timeZone: string;
  onCallId: number | null;
  saving: Sending;
  changed: (rota: TypedTurn[]) => void;
};

/** Whose turn it is to be on call, in the order in which it is read, and who that is now. */
export function Rota({ door, rota, agents, timeZone, onCallId, saving, changed }: Props) {
  const w = words.rota;
  const list = useRef<HTMLOListElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  // Where the cursor belongs after a turn came, went or changed places; a button that is off there leaves it to the next.
  const [goTo, setGoTo] = useState<{ turn: number; parts: string[] } | null>(null);
  useEffect(() => {
    if (!goTo) return;
    const row = list.current?.children.item(goTo.turn) ?? list.current?.lastElementChild;
    const found = goTo.parts
      .map((part) => row?.querySelector<HTMLElement>(`[data-part="${part}"]:not(:disabled)`))
      .find((one) => one);
    (found ?? add.current)?.focus();
    setGoTo(null);
  }, [goTo]);
  const wrong = saving.kind === 'failed' ? refused(saving.problem.field) : null;
  const adding = (turn: TypedTurn) => {
    changed([...rota, turn]);
    setGoTo({ turn: rota.length, parts: ['begin'] });
  };
  const move = (index: number, by: 1 | -1) => {
    changed(movedBy(rota, index, by));
    setGoTo({ turn: index + by, parts: by < 0 ? ['up', 'down'] : ['down', 'up'] });
  };
  return (
    <section class="card stack rota" aria-labelledby="rota-title">
      <div>
        <h2 id="rota-title">{w.title}</h2>
        <p class="soft">{rota.length === 0 ? w.none : w.text}</p>
      </div>
      <OnCallNow wanted={{ frontDoor: door, timeZone, onCallId, rota: wantedRota(rota) }} />
      {rota.length > 0 && (
        <ol ref={list}>
          {rota.map((turn, index) => (
            <TurnRow
              key={index}
              turn={turn}
              number={index + 1}
              isLast={index === rota.length - 1}
              agents={agents}
              wrong={wrong?.index === index ? wrong.part : null}
              changed={(some) => changed(rota.map((one, i) => (i === index ? { ...one, ...some } : one)))}
              moved={(by) => move(index, by)}
              removed={() => {
                changed(rota.filter((_, i) => i !== index));
                setGoTo({ turn: index, parts: ['remove'] });
              }}
            />
          ))}
        </ol>
      )}
      <div class="row">
        <button ref={add} type="button" onClick={() => adding(newWeekly())}>
          <Icon of={Plus} /> {w.addWeekly}
        </button>
        <button type="button" onClick={() => adding(newOnce())}>
          <Icon of={CalendarPlus} /> {w.addOnce}
        </button>
      </div>
    </section>
  );
}
