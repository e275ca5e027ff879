import { useEffect, useRef, useState } from 'preact/hooks';
import { fill } from '../words/fill';
import { when } from '../words/time';
import { account, type Account } from './api';
import { SmallForm } from './form';
import { Qr } from '../admin/people/qr';
import { words } from './words';

type Step =
  | { kind: 'rest'; said: string | null }
  | { kind: 'password'; then: 'set' | 'remove' }
  | { kind: 'scan'; secret: string; uri: string }
  | { kind: 'codes'; codes: string[] };

/** The second factor, one step after the other; what is shown once is shown until it was read. */
export function Factor({ own, changed }: { own: Account; changed: () => Promise<void> }) {
  const [step, go] = useState<Step>({ kind: 'rest', said: null });
  const section = useRef<HTMLElement>(null);
  const w = words.factor;
  const since = own.secondFactorSince;

  useEffect(() => {
    // Each step begins at its first field; the first look at the page takes the cursor from nobody.
    if (step.kind !== 'rest') section.current?.querySelector<HTMLElement>('input, button')?.focus();
  }, [step.kind]);

  return (
    <section ref={section} class="card" aria-labelledby="factor-title">
      <h2 id="factor-title">{w.title}</h2>
      {step.kind === 'rest' && (
        <>
          <p>{since ? fill(w.on, { when: when(since), left: String(own.recoveryCodes) }) : w.off}</p>
          <p role="status">{step.said}</p>
          <button type="button" onClick={() => go({ kind: 'password', then: since ? 'remove' : 'set' })}>
            {since ? w.remove : w.set}
          </button>
        </>
      )}
      {step.kind === 'password' && (
        <SmallForm
          go={step.then === 'set' ? w.set : w.remove}
          wrong={{ password: words.password.wrongCurrent }}
          send={async (typed) => {
            if (step.then === 'set') {
              go({ kind: 'scan', ...(await account.prepare(typed('password'))) });
            } else {
              await account.remove(typed('password'));
              go({ kind: 'rest', said: w.removed });
              await changed();
            }
          }}
        >
          <label>
            <span>{w.askPassword}</span>
            <input name="password" type="password" autocomplete="current-password" maxLength={200} />
          </label>
        </SmallForm>
      )}
      {step.kind === 'scan' && (
        <>
          <p>{w.scan}</p>
          <Qr text={step.uri} label={w.picture} />
          <p>
            {w.secret}: <code class="secret">{step.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
          </p>
          <SmallForm
            go={w.confirm}
            wrong={{ code: w.wrongCode }}
            send={async (typed) => {
              go({ kind: 'codes', codes: (await account.confirm(typed('code'))).recoveryCodes });
            }}
          >
            <label>
              <span>{w.code}</span>
              <input name="code" inputMode="numeric" autocomplete="one-time-code" maxLength={10} />
            </label>
          </SmallForm>
        </>
      )}
      {step.kind === 'codes' && (
        <>
          <p role="status">{w.codes}</p>
          <ul class="codes">
            {step.codes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ul>
          <button
            type="button"
            class="go"
            onClick={() => {
              go({ kind: 'rest', said: null });
              void changed();
            }}
          >
            {w.kept}
          </button>
        </>
      )}
    </section>
  );
}
