import { useEffect, useState } from 'preact/hooks';
import { Problem } from '../../api';
import { momentOf } from '../../matter/moments';
import { words as shared } from '../../words';
import { Field } from '../parts/field';
import { PhoneBox } from '../parts/phone-box';
import { routingApi } from '../routing-api';
import type { Outlook } from '../wire-foresight';
import type { WantedRouting } from '../wire-routing';
import { words } from '../words';
import { ForeseenMoment } from './foreseen-moment';

type Props = {
  door: number;
  team: number;
  /** The settings as they stand in the form, saved or not. */
  draft: WantedRouting;
};

type Seen = { kind: 'asking' } | { kind: 'here'; outlook: Outlook } | { kind: 'failed'; text: string };

/** Who would pick up, by the rule itself, with the settings as they stand in the form. */
export function Foresee({ door, team, draft }: Props) {
  const [number, setNumber] = useState('');
  const [at, setAt] = useState('');
  const [seen, setSeen] = useState<Seen>({ kind: 'asking' });
  const [unread, setUnread] = useState(false);
  const w = words.foresee;
  const asked = JSON.stringify([number.trim(), at, team, draft]);
  useEffect(() => {
    let current = true;
    const timer = setTimeout(async () => {
      try {
        const outlook = await outlookOf(
          { frontDoor: door, teamId: team, routing: draft },
          number.trim(),
          momentOf(at),
        );
        if (!current) return;
        setUnread(false);
        setSeen({ kind: 'here', outlook });
      } catch (failure) {
        if (!current) return;
        const problem = failure instanceof Problem ? failure : new Problem('server');
        setUnread(problem.field === 'number');
        if (problem.field !== 'number') setSeen({ kind: 'failed', text: said(problem) });
      }
    }, 300);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [asked]);
  return (
    <section class="card stack foresee" aria-labelledby="foresee-title">
      <div>
        <h2 id="foresee-title">{w.title}</h2>
        <p class="soft">{w.text}</p>
      </div>
      <div class="pair">
        <PhoneBox
          label={w.number}
          hint={w.numberHint}
          value={number}
          wrong={unread ? words.doors.notRead : null}
          changed={setNumber}
        />
        <Field label={w.at} hint={w.atHint}>
          {(box) => (
            <input
              {...box}
              type="datetime-local"
              value={at}
              onInput={(event) => setAt(event.currentTarget.value)}
            />
          )}
        </Field>
      </div>
      <div class="answer" aria-live="polite">
        {seen.kind === 'asking' && <p class="soft">{words.asking}</p>}
        {seen.kind === 'failed' && <p class="late">{seen.text}</p>}
        {seen.kind === 'here' && (
          <>
            <ol class="stack">
              {seen.outlook.moments.map((moment) => (
                <ForeseenMoment key={moment.afterSeconds} moment={moment} />
              ))}
            </ol>
            <p class="soft">
              {seen.outlook.assumed.map((one) => (w.assumed as Record<string, string>)[one] ?? one).join(' ')}
            </p>
          </>
        )}
      </div>
    </section>
  );
}

type Settings = { frontDoor: number; teamId: number; routing: WantedRouting };

async function outlookOf(settings: Settings, number: string, at: string): Promise<Outlook> {
  const read = number ? (await routingApi.readNumber(number, '')).number : null;
  return routingApi.whoWouldAnswer({
    ...settings,
    ...(read ? { number: read } : {}),
    ...(at ? { at } : {}),
  });
}

function said(problem: Problem): string {
  const name = problem.field?.replace(/^routing\.|\W.*$/g, '') ?? '';
  const wrong = (words.wrong as Record<string, string>)[name];
  return `${words.cannot} ${wrong ?? shared.problem[problem.fault]}`;
}
