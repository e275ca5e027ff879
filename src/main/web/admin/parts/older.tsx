import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { faultOf } from '../../api';
import { words as shared } from '../../words';
import { words } from '../words';

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
  useEffect(() => {
    setLines(first);
    setMore(first.length === page);
  }, [first]);
  const older = async () => {
    const last = lines.at(-1);
    if (asking || !last) return; // pressed twice: they would come twice
    setAsking(true);
    try {
      const next = await before(last);
      setLines([...lines, ...next]);
      setMore(next.length === page);
      setWrong('');
    } catch (failure) {
      setWrong(`${words.cannot} ${shared.problem[faultOf(failure)]}`);
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
