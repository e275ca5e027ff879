import { useState } from 'preact/hooks';
import { useSending } from '../../file/sending';
import { fill } from '../../words/fill';
import { moment } from '../../words/time';
import { adminApi } from '../api';
import { Loaded, useAsked } from '../parts/loaded';
import { Outcome } from '../parts/outcome';
import type { Alert } from '../wire';
import { words } from '../words';
import { AlertCustomers } from './alert-customers';
import { BringAlert } from './bring-alert';

/** What many customers should hear from us before they call: what is open, and a way to bring one in by hand. */
export function Alerts() {
  const asked = useAsked(adminApi.alerts, '');
  const w = words.alerts;
  return (
    <>
      <Loaded asked={asked}>
        {(alerts) =>
          alerts.length === 0 ? (
            <p class="card soft">{w.none}</p>
          ) : (
            <ul class="stack">
              {alerts.map((alert) => (
                <li key={alert.key}>
                  <OneAlert alert={alert} changed={asked.again} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {/* Below what is told, so not before it: nothing jumps. */}
      {asked.told > 0 && <BringAlert brought={asked.again} />}
    </>
  );
}

function OneAlert({ alert, changed }: { alert: Alert; changed: () => void }) {
  const [shown, show] = useState(false);
  const [sending, send] = useSending();
  const w = words.alerts;
  const end = () =>
    void send(async () => {
      await adminApi.endAlert(alert.key);
      changed();
    });
  return (
    <section class="card stack" aria-label={alert.title}>
      <div>
        <h2>
          <bdi>{alert.title}</bdi>
        </h2>
        <p class="soft">
          {fill(w.since, { at: moment(alert.since) })} · <bdi>{alert.key}</bdi>
        </p>
      </div>
      <p class="num">{fill(w.told, { told: alert.customers - alert.toCall, customers: alert.customers })}</p>
      {shown && <AlertCustomers of={alert.key} />}
      <Outcome of={sending} />
      <div class="row">
        <button type="button" aria-expanded={shown} onClick={() => show(!shown)}>
          {shown ? w.hide : w.show}
        </button>
        <button type="button" aria-disabled={sending.kind === 'sending'} onClick={end}>
          {w.end}
        </button>
      </div>
    </section>
  );
}
