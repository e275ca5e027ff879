import { useContext, useEffect } from 'preact/hooks';
import { fill } from '../../words/fill';
import { clockTime } from '../../words/time';
import { words } from '../words';
import type { Sending } from '../../file/sending';
import { SessionEnded } from './session';
import { said } from './wrong';

type Props = { of: Sending; done?: string };

/** What became of a form that was sent, said to everybody. */
export function Outcome({ of, done = words.saved }: Props) {
  const ended = useContext(SessionEnded);
  const out = of.kind === 'failed' && of.problem.fault === 'signedOut';
  useEffect(() => {
    if (out) ended();
  }, [out]);
  return (
    <>
      <p class="soft" role="status">
        {of.kind === 'sent' ? fill(done, { at: clockTime(of.at) }) : ''}
      </p>
      <p class="late" role="alert">
        {of.kind === 'failed' ? said(of) : ''}
      </p>
    </>
  );
}
