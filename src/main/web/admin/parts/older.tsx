import type { ComponentChildren } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { faultOf } from '../../api';
import { words as shared } from '../../words';
import { words } from '../words';
import { SessionEnded } from './session';

/**
 * Lines that go on further back than those fetched first, and the key that brings the next ones. `page` is how many come at once,
 * `before` asks for those before a line.
 */
export function useOlder<Line>(
  first: Line[],
  page: number,
  label: string,
  before: (last: Line) => Promise<Line[]>,
): [Line[], ComponentChildren] {
  const [lines, setLines] = useState(first);
  const [more, setMore] = useState(first.length === page);
  const [asking, setAsking] = useState(false);
  const [wrong, setWrong] = useState('');
  const shown = useRef(first);
  shown.current = first;
  const ended = useContext(SessionEnded);
  useEffect(() => {
    setLines(first);
    setMore(first.length === page);
    setAsking(false);
    setWrong('');
  }, [first]);
  const older = async () => {
    const last = lines.at(-1);
    if (asking || !last) return; // pressed twice: they would come twice
    setAsking(true);
    setWrong('');
    try {
      const next = await before(last);
      if (shown.current !== first) return; // another list stands here by now
      setLines([...lines, ...next]);
      setMore(next.length === page);
    } catch (failure) {
      const fault = faultOf(failure);
      if (fault === 'signedOut') ended();
      if (shown.current !== first) return;
      setWrong(`${words.cannot} ${shared.problem[fault]}`);
    }
    setAsking(false);
  };
  const key = (
    <>
      <p class="late" role="alert">
        {wrong}
      </p>
      {more && (
        <button type="button" aria-disabled={asking} onClick={() => void older()}>
          {label}
        </button>
      )}
    </>
  );
  return [lines, key];
}
