import { useEffect, useRef, useState } from 'preact/hooks';
import { api, type Fault, faultOf, Problem } from '../api';
import { Brand } from '../desk/top-bar';
import type { Me } from '../wire';
import { words } from '../words';
import { FirstStart, useFirstStart } from './first-start';

type Props = { ended: boolean; signedIn: (me: Me) => void };
type Wrong = Fault | 'missing' | 'codeMissing' | 'codeWrong' | null;

const admin = '/admin';

/** Or, in a house without an administrator yet, the form that makes the first one, who is led on from there. */
export function SignIn(props: Props) {
  const first = useFirstStart();
  if (!first) return <Form {...props} />;
  const led = (me: Me) => (location.pathname === admin ? props.signedIn(me) : location.assign(admin));
  return <FirstStart signedIn={led} />;
}

/** The form asks for both, says in place what is wrong, and puts the cursor where it is put right. */
function Form({ ended, signedIn }: Props) {
  const [wrong, setWrong] = useState<Wrong>(null);
  const [going, setGoing] = useState(false);
  const [visible, setVisible] = useState(false);
  const [withCode, askCode] = useState(false);
  const login = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const code = useRef<HTMLInputElement>(null);

  useEffect(() => {
    document.title = `${words.signIn.title} · Décroché`;
    login.current?.focus();
  }, []);

  useEffect(() => {
    if (withCode) code.current?.focus();
  }, [withCode]);

  const submit = async (event: Event) => {
    event.preventDefault();
    const [name, secret] = [login.current?.value.trim() ?? '', password.current?.value ?? ''];
    if (!name || !secret) {
      setWrong('missing');
      (name ? password : login).current?.focus();
      return;
    }
    const typed = code.current?.value.trim() ?? '';
    if (withCode && !typed) {
      setWrong('codeMissing');
      code.current?.focus();
      return;
    }
    if (going) return;
    setGoing(true);
    setWrong(null);
    try {
      signedIn(await api.signIn(name, secret, typed || null));
    } catch (failure) {
      setGoing(false);
      const reason = failure instanceof Problem ? failure.reason : null;
      if (reason === 'code-needed') {
        askCode(true);
        return;
      }
      setWrong(reason === 'code-wrong' ? 'codeWrong' : faultOf(failure));
      const again = reason === 'code-wrong' ? code : password;
      again.current?.focus();
      again.current?.select();
    }
  };

  const mistyped = wrong === 'missing' || wrong === 'signedOut' || wrong === 'refused' || wrong === 'invalid';

  return (
    <main class="door">
      <form class="card fields" method="post" action="/" onSubmit={submit} aria-labelledby="sign-in-title">
        <p class="masthead">
          <Brand />
        </p>
        <p class="soft">{words.signIn.promise}</p>
        <h1 id="sign-in-title">{words.signIn.title}</h1>
        {ended && <p class="remember">{words.signIn.ended}</p>}
        <label>
          <span>{words.signIn.login}</span>
          <input
            ref={login}
            name="login"
            autocomplete="username"
            autocapitalize="none"
            spellcheck={false}
            maxLength={100}
            aria-invalid={mistyped}
            aria-describedby="sign-in-wrong"
          />
        </label>
        <label>
          <span>{words.signIn.password}</span>
          <input
            ref={password}
            name="password"
            {...(visible ? { type: 'text' as const } : { type: 'password' as const })}
            autocomplete="current-password"
            maxLength={200}
            aria-invalid={mistyped}
            aria-describedby="sign-in-wrong"
          />
        </label>
        <label class="tick">
          <input
            type="checkbox"
            checked={visible}
            onChange={(event) => setVisible(event.currentTarget.checked)}
          />
          {words.signIn.show}
        </label>
        {withCode && (
          <label>
            <span>{words.signIn.code}</span>
            <input
              ref={code}
              name="code"
              autocomplete="one-time-code"
              autocapitalize="none"
              spellcheck={false}
              maxLength={40}
              aria-invalid={wrong === 'codeMissing' || wrong === 'codeWrong'}
              aria-describedby="sign-in-code sign-in-wrong"
            />
            <small id="sign-in-code">{words.signIn.codeHint}</small>
          </label>
        )}
        <p id="sign-in-wrong" class="late" role="alert">
          {wrong && said(wrong)}
        </p>
        <button type="submit" class="go" aria-disabled={going}>
          {going ? words.signIn.going : words.signIn.go}
        </button>
      </form>
    </main>
  );
}

function said(wrong: Exclude<Wrong, null>): string {
  switch (wrong) {
    case 'missing':
      return words.signIn.missing;
    case 'signedOut':
    case 'refused':
    case 'invalid':
      return words.signIn.wrong;
    case 'tooMany':
      return words.signIn.tooMany;
    case 'codeMissing':
      return words.signIn.codeMissing;
    case 'codeWrong':
      return words.signIn.codeWrong;
    default: {
      const text = words.problem[wrong];
      return text.charAt(0).toLocaleUpperCase() + text.slice(1);
    }
  }
}
