import { useCallback, useEffect, useState } from 'preact/hooks';
import { type Fault, faultOf } from '../api';
import { Brand } from '../desk/top-bar';
import { SignIn } from '../sign-in/sign-in';
import { words as shared } from '../words';
import { fill } from '../words/fill';
import { account, type Account } from './api';
import { Factor } from './factor';
import { Machines } from './machines';
import { Password } from './password';
import { words } from './words';

/** What one signs in with, and where one is signed in. */
export function AccountApp() {
  const [own, set] = useState<Account | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const read = useCallback(async () => {
    try {
      set(await account.read());
      setFault(null);
    } catch (failure) {
      setFault(faultOf(failure));
    }
  }, []);
  useEffect(() => void read(), [read]);
  useEffect(() => {
    if (own) document.title = `${words.title} · Décroché`;
  }, [own]);

  if (fault === 'signedOut') return <SignIn ended={own !== null} signedIn={() => void read()} />;
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
      <main class="wide account" aria-busy={!own && !fault}>
        <h1>{words.title}</h1>
        {fault && (
          <p class="late" role="alert">
            {shared.problem[fault]}
          </p>
        )}
        {own && (
          <>
            <p class="soft">
              {own.name}. {fill(words.login, { login: own.login })}
            </p>
            <Password changed={read} />
            <Factor own={own} changed={read} />
            <Machines own={own} changed={read} />
          </>
        )}
      </main>
    </>
  );
}
