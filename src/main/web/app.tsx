import { useCallback, useEffect, useState } from 'preact/hooks';
import { api, faultOf } from './api';
import { Desk } from './desk/desk';
import { Brand } from './desk/top-bar';
import { closeDrafts } from './file/draft';
import { SignIn } from './sign-in/sign-in';
import type { Me } from './wire';
import { words } from './words';

type Session =
  { kind: 'asking' } | { kind: 'unavailable' } | { kind: 'out'; ended: boolean } | { kind: 'in'; me: Me };

const askAgain = 3000; // milliseconds

/** Who is at this desk. Only a clear "no" from the service signs anyone out; a silent service does not. */
export function App() {
  const [session, set] = useState<Session>({ kind: 'asking' });

  const ask = useCallback(async () => {
    try {
      const me = await api.me();
      set((now) => (now.kind === 'in' && now.me.id === me.id ? now : { kind: 'in', me }));
    } catch (failure) {
      const out = faultOf(failure) === 'signedOut';
      set((now) => {
        if (out) return now.kind === 'out' ? now : { kind: 'out', ended: now.kind === 'in' };
        return now.kind === 'in' ? now : { kind: 'unavailable' };
      });
    }
  }, []);

  useEffect(() => {
    if (session.kind === 'asking') void ask();
    if (session.kind !== 'unavailable') return;
    const timer = setInterval(ask, askAgain);
    return () => clearInterval(timer);
  }, [session.kind, ask]);

  const signOut = useCallback(async () => {
    await api.signOut().catch(() => {});
    closeDrafts();
    // Asked, not assumed: if signing out did not work, the desk must not look signed out.
    set({ kind: 'asking' });
  }, []);

  switch (session.kind) {
    case 'asking':
      return <main class="door" aria-busy="true" />;
    case 'unavailable':
      return (
        <main class="door">
          <div class="card fields">
            <p class="masthead">
              <Brand />
            </p>
            <h1>{words.unavailable.title}</h1>
            <p role="status">{words.unavailable.text}</p>
          </div>
        </main>
      );
    case 'out':
      return <SignIn ended={session.ended} signedIn={(me) => set({ kind: 'in', me })} />;
    case 'in':
      return <Desk key={session.me.id} me={session.me} signOut={signOut} checkSession={ask} />;
  }
}
