import { useCallback, useEffect, useState } from 'preact/hooks';
import { api, type Fault, faultOf } from '../api';
import { Brand } from '../desk/top-bar';
import { SignIn } from '../sign-in/sign-in';
import type { Me } from '../wire';
import { words as shared } from '../words';
import { ImportPage } from './page';
import { words } from './words';

type Who = { kind: 'asking' } | { kind: 'fault'; fault: Fault } | { kind: 'in'; me: Me };

/** The page for moving in and out: administrators only, as the service makes sure of again. */
export function ImportApp() {
  const [who, set] = useState<Who>({ kind: 'asking' });
  const ask = useCallback(async () => {
    try {
      set({ kind: 'in', me: await api.me() });
    } catch (failure) {
      set({ kind: 'fault', fault: faultOf(failure) });
    }
  }, []);
  useEffect(() => void ask(), [ask]);
  useEffect(() => {
    if (who.kind === 'in') document.title = `${words.title} · Décroché`;
  }, [who]);

  if (who.kind === 'asking') return <main class="door" aria-busy="true" />;
  if (who.kind === 'fault' && who.fault === 'signedOut')
    return <SignIn ended={false} signedIn={(me) => set({ kind: 'in', me })} />;
  return (
    <>
      <header class="bar">
        <div class="wide">
          <div class="home">
            <Brand />
          </div>
          <a href="/">{words.toDesk}</a>
        </div>
      </header>
      <main class="wide moving">
        <h1>{words.title}</h1>
        {who.kind === 'fault' ? (
          <p class="late" role="alert">
            {shared.problem[who.fault]}
          </p>
        ) : who.me.role === 'administrator' ? (
          <ImportPage />
        ) : (
          <p role="alert">{words.administratorsOnly}</p>
        )}
      </main>
    </>
  );
}
