import { useEffect, useState } from 'preact/hooks';
import { Say } from '../../words/say';
import { upTo } from '../../words/until';
import { routingApi } from '../routing-api';
import type { Duty, WantedRota } from '../wire-rota';
import { words } from '../words';

const pause = 300; // milliseconds after the last key
const longest = 24 * 60 * 60 * 1000; // milliseconds: a timer cannot wait for much more
const told = 4; // duties: what comes after is better read in the rota

/** Who is on call now and who comes after them, by the rota as it stands in the form, saved or not. */
export function OnCallNow({ wanted }: { wanted: WantedRota }) {
  const [duties, setDuties] = useState<Duty[] | 'refused' | null>(null);
  const [turns, setTurns] = useState(0);
  const asked = JSON.stringify(wanted);
  useEffect(() => {
    let current = true;
    const timer = setTimeout(async () => {
      const answer = await routingApi.whoIsOnCall(wanted).catch(() => 'refused' as const);
      if (current) setDuties(answer);
    }, pause);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [asked, turns]);
  const until = Array.isArray(duties) ? duties[0]?.until : null;
  useEffect(() => {
    if (!until) return;
    const left = Math.min(new Date(until).getTime() - Date.now(), longest);
    const timer = setTimeout(() => setTurns((so) => so + 1), Math.max(left, 1000));
    return () => clearTimeout(timer);
  }, [until, turns]);
  return (
    <div class="on-call-now" role="status">
      {duties === 'refused' && <p class="soft">{words.rota.notYet}</p>}
      {Array.isArray(duties) &&
        duties.slice(0, told).map((duty, index) => (
          <p key={duty.from} class={index === 0 ? '' : 'soft'}>
            <Line duty={duty} isNow={index === 0} zone={wanted.timeZone} />
          </p>
        ))}
    </div>
  );
}

function Line({ duty, isNow, zone }: { duty: Duty; isNow: boolean; zone: string }) {
  const w = words.rota;
  const name = isNow ? <b>{duty.agent?.name ?? w.nobody}</b> : (duty.agent?.name ?? w.nobody);
  if (duty.until === null) return <Say text={isNow ? w.nowLong : w.thenLong} slots={{ name }} />;
  return <Say text={isNow ? w.now : w.then} slots={{ name, until: upTo(duty.until, zone) }} />;
}
