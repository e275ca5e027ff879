import { useState } from 'preact/hooks';
import { fill } from '../../words/fill';
import { Outcome } from '../parts/outcome';
import { useSending } from '../../file/sending';
import { routingApi } from '../routing-api';
import type { Agent, RenewedPhone } from '../wire-routing';
import { words } from '../words';
import { Disable } from './disable';
import { PhoneSettings } from './phone-settings';
import { Secret } from './secret';

type Props = { person: Agent; isMe: boolean; people: Agent[]; changed: (person: Agent) => void };

/** How they get in, and how to shut the door at once. */
export function Access({ person, isMe, people, changed }: Props) {
  const [password, setPassword] = useState<string | null>(null);
  const [phone, setPhone] = useState<RenewedPhone | null>(null);
  const [saving, save] = useSending();
  const w = words.access;
  return (
    <>
      <section class="card stack" aria-labelledby="access-title">
        <h2 id="access-title">{w.title}</h2>
        <p class="soft">{person.phone ? fill(w.phone, { user: person.phone }) : w.noPhone}</p>
        <div class="row">
          {isMe ? (
            <a class="button" href="/account">
              {w.ownPassword}
            </a>
          ) : (
            <button
              type="button"
              onClick={() =>
                void save(async () => setPassword((await routingApi.renewPassword(person.id)).password))
              }
            >
              {w.renewPassword}
            </button>
          )}
          {person.phone && (
            <button
              type="button"
              onClick={() => void save(async () => setPhone(await routingApi.renewPhone(person.id)))}
            >
              {w.renewPhone}
            </button>
          )}
        </div>
        <p class="soft">{w.renewText}</p>
        <Outcome of={saving.kind === 'sent' ? { kind: 'resting' } : saving} />
      </section>
      {password && (
        <Secret
          key={password}
          title={w.newPassword}
          once={words.people.once}
          rows={[
            [words.people.login, person.login],
            [words.people.password, password],
          ]}
        />
      )}
      {phone && !phone.oldPhoneOff && (
        <p key={`on-${phone.password}`} class="late" role="alert">
          <span aria-hidden="true">▲ </span>
          {w.oldPhoneOn}
        </p>
      )}
      {phone && <PhoneSettings key={phone.password} account={phone} />}
      <Disable person={person} people={people} changed={changed} />
    </>
  );
}
