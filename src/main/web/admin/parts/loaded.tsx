import type { ComponentChildren } from 'preact';
import { useCallback, useContext, useEffect, useState } from 'preact/hooks';
import { type Fault, faultOf } from '../../api';
import { words as shared } from '../../words';
import { words } from '../words';
import { SessionEnded } from './session';

export type Loading<T> = { kind: 'asking' } | { kind: 'failed'; fault: Fault } | { kind: 'here'; value: T };

export type Asked<T> = {
  now: Loading<T>;
  again: () => void;
  /** How often it was asked for and told: what is made from it begins anew with each. */
  told: number;
  /** What an answer to something else has told meanwhile. */
  set: (value: T) => void;
};

/** What the service tells, asked for when the key changes; what stood before stays in sight until the answer is there. */
export function useAsked<T>(ask: () => Promise<T>, key: string): Asked<T> {
  const [now, setNow] = useState<Loading<T>>({ kind: 'asking' });
  const [round, setRound] = useState(0);
  const [told, setTold] = useState(0);
  const ended = useContext(SessionEnded);
  useEffect(() => {
    let current = true;
    ask().then(
      (value) => {
        if (!current) return;
        setNow({ kind: 'here', value });
        setTold((before) => before + 1);
      },
      (failure) => {
        if (!current) return;
        const fault = faultOf(failure);
        if (fault === 'signedOut') ended();
        setNow({ kind: 'failed', fault });
      },
    );
    return () => {
      current = false;
    };
  }, [key, round]);
  const again = useCallback(() => setRound((before) => before + 1), []);
  const set = useCallback((value: T) => setNow({ kind: 'here', value }), []);
  return { now, again, told, set };
}

/** Shows it, or says that it is not there and offers to ask again. */
export function Loaded<T>(props: { asked: Asked<T>; children: (value: T) => ComponentChildren }) {
  const { now, again } = props.asked;
  switch (now.kind) {
    case 'asking':
      return (
        <p class="soft asking" aria-busy="true">
          {words.asking}
        </p>
      );
    case 'failed':
      return (
        <div class="row">
          <p class="late" role="alert">
            {words.cannot} {shared.problem[now.fault]}
          </p>
          <button type="button" onClick={again}>
            {words.again}
          </button>
        </div>
      );
    case 'here':
      return <>{props.children(now.value)}</>;
  }
}
