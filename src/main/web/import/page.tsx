import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../api';
import { words as shared } from '../words';
import { fill } from '../words/fill';
import { importApi } from './api';
import { Choose } from './choose';
import { Columns } from './columns';
import { Export } from './export';
import { Result } from './result';
import type { Import, Kind } from './wire';
import { words } from './words';

const beat = 400; // milliseconds between two questions how far it is

/** One file at a time: sent, looked at, checked, taken in. What runs here goes on when the page is closed. */
export function ImportPage() {
  const [now, setNow] = useState<Import | null>(null);
  const [gone, setGone] = useState<number | null>(null);
  const [fault, setFault] = useState('');
  const title = useRef<HTMLHeadingElement>(null);

  const told = useCallback((failure: unknown) => {
    const problem = failure instanceof Problem ? failure : new Problem('server');
    setFault(
      problem.field === 'file'
        ? words.fault.file
        : problem.fault === 'conflict'
          ? words.fault.busy
          : fill(words.fault.failed, { problem: shared.problem[problem.fault] }),
    );
  }, []);

  const ask = useCallback(async (request: () => Promise<Import>) => {
    setFault('');
    try {
      setNow(await request());
    } catch (failure) {
      told(failure);
    }
  }, []);

  // A file may be there already: sent before a reload, or by a colleague.
  useEffect(() => {
    importApi.read().then(setNow, (failure) => {
      if (!(failure instanceof Problem && failure.fault === 'gone')) told(failure);
    });
  }, []);

  const works = now?.phase === 'checking' || now?.phase === 'importing';
  useEffect(() => {
    if (!works) return;
    const timer = setInterval(() => void importApi.read().then(setNow, told), beat);
    return () => clearInterval(timer);
  }, [works]);

  const send = async (kind: Kind, file: File) => {
    setFault('');
    setGone(0);
    try {
      setNow(await importApi.send(kind, file, setGone));
      requestAnimationFrame(() => title.current?.focus());
    } catch (failure) {
      told(failure);
    }
    setGone(null);
  };

  const forget = async () => {
    try {
      await importApi.forget();
      setNow(null);
      setFault('');
    } catch (failure) {
      told(failure);
    }
  };

  return (
    <>
      <p class="soft">{words.promise}</p>
      {!now && <Choose send={send} gone={gone} />}
      <p class="late" role="alert">
        {fault}
      </p>
      {now && (
        <section class="file" aria-labelledby="file-title">
          <h2 id="file-title" ref={title} tabIndex={-1}>
            {fill(words.file, { name: now.name, kind: words.kind[now.kind] })}
          </h2>
          <Progress now={now} />
          {now.judged && !works && <Result now={now} judged={now.judged} />}
          {now.phase === 'failed' && (
            <p class="late" role="alert">
              {words.phase.failed}
            </p>
          )}
          {!works && now.phase !== 'imported' && (
            <Columns
              key={`${now.name}${now.encoding}${now.separator}`}
              now={now}
              preview={(encoding, separator) => ask(() => importApi.preview(encoding, separator))}
              run={(columns, owner, apply) => ask(() => importApi.run(columns, owner, apply))}
            />
          )}
          <div class="row">
            <button type="button" onClick={forget}>
              {works ? words.stop : words.another}
            </button>
          </div>
        </section>
      )}
      <Export />
    </>
  );
}

/** Said in words too: a bar alone tells a screen reader nothing when it is full. */
function Progress({ now }: { now: Import }) {
  const works = now.phase === 'checking' || now.phase === 'importing';
  return (
    <div>
      <p role="status">{words.phase[now.phase]}</p>
      {works && (
        <progress aria-label={words.phase[now.phase]} value={now.progress} max={1}>
          {Math.round(now.progress * 100)} %
        </progress>
      )}
    </div>
  );
}
