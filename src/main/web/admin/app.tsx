import { useCallback, useEffect, useState } from 'preact/hooks';
import { api, type Fault, faultOf } from '../api';
import { Brand } from '../desk/top-bar';
import { SignIn } from '../sign-in/sign-in';
import type { Me } from '../wire';
import { words as shared } from '../words';
import { forgetAllKept } from './parts/kept';
import { SessionEnded } from './parts/session';
import { Shell } from './shell';
import { words } from './words';

type Who = { kind: 'asking' } | { kind: 'fault'; fault: Fault } | { kind: 'in'; me: Me };

/** The administrator's page: for administrators only, as the service makes sure of again. */
export function AdminApp() {
  const [who, set] = useState<Who>({ kind: 'asking' });
  const ask = useCallback(async () => {
    try {
      set({ kind: 'in', me: await api.me() });
    } catch (failure) {
      set({ kind: 'fault', fault: faultOf(failure) });
    }
  }, []);
  useEffect(() => void ask(), [ask]);
  const signOut = () => {
    forgetAllKept();
    void api.signOut().then(ask, ask);
  };

  if (who.kind === 'asking') return <main class="door" aria-busy="true" />;
  if (who.kind === 'fault' && who.fault === 'signedOut')
    return <SignIn ended={false} signedIn={(me) => set({ kind: 'in', me })} />;
  if (who.kind === 'in' && who.me.role === 'administrator')
    return (
      <SessionEnded.Provider value={ask}>
        <Shell me={who.me} signOut={signOut} />
      </SessionEnded.Provider>
    );
  return <NotForYou fault={who.kind === 'fault' ? who.fault : null} again={ask} />;
}

function NotForYou({ fault, again }: { fault: Fault | null; again: () => void }) {
  useEffect(() => {
    document.title = `${words.title} · Décroché`;
  }, []);
  return (
    <main class="door">
      <div class="card fields">
        <p class="masthead">
          <Brand />
        </p>
        <h1>{words.title}</h1>
        <p role="alert">{fault ? `${words.cannot} ${shared.problem[fault]}` : words.administratorsOnly}</p>
        <div class="row">
          {fault && (
            <button type="button" class="go" onClick={again}>
              {words.again}
            </button>
          )}
          <a href="/">{words.toDesk}</a>
        </div>
      </div>
    </main>
  );
}
