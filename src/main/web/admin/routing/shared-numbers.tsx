import { X } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { useSending } from '../../file/sending';
import { fill } from '../../words/fill';
import { Icon } from '../parts/icon';
import { Loaded, useAsked } from '../parts/loaded';
import { Outcome } from '../parts/outcome';
import { PhoneBox } from '../parts/phone-box';
import { routingApi } from '../routing-api';
import type { SharedNumber } from '../wire-health';
import { words } from '../words';

/** Numbers that many people call from: marked, and the mark taken away. */
export function SharedNumbers() {
  const asked = useAsked(routingApi.sharedNumbers, '');
  const title = useRef<HTMLHeadingElement>(null);
  const w = words.sharedNumbers;
  return (
    <>
      <Mark marked={asked.again} />
      <section class="card stack" aria-labelledby="shared-title">
        <h2 id="shared-title" ref={title} tabIndex={-1}>
          {w.marked}
        </h2>
        <Loaded asked={asked}>
          {(all) =>
            all.length === 0 ? (
              <p class="soft">{w.none}</p>
            ) : (
              <ul class="shared">
                {all.map((one) => (
                  <OneNumber
                    key={one.number}
                    one={one}
                    unmarked={() => {
                      title.current?.focus();
                      asked.again();
                    }}
                  />
                ))}
              </ul>
            )
          }
        </Loaded>
      </section>
    </>
  );
}

function Mark({ marked }: { marked: () => void }) {
  const [number, setNumber] = useState('');
  const [done, setDone] = useState('');
  const [sending, send, rest] = useSending();
  const w = words.sharedNumbers;
  const wrong = sending.kind === 'failed' && sending.problem.field === 'number' ? words.doors.notRead : null;
  const submit = (event: Event) => {
    event.preventDefault();
    void send(async () => {
      const read = await routingApi.readNumber(number.trim(), '');
      await routingApi.markShared(read.number);
      setDone(read.display);
      setNumber('');
      marked();
    });
  };
  return (
    <form class="card stack noprint" onSubmit={submit} noValidate>
      <PhoneBox
        label={w.number}
        hint={words.doors.numberHint}
        value={number}
        wrong={wrong}
        changed={(value) => {
          setNumber(value);
          rest();
        }}
      />
      <Outcome of={wrong ? { kind: 'resting' } : sending} done={fill(w.done, { number: done })} />
      <div class="row">
        <button type="submit" class="go" aria-disabled={sending.kind === 'sending'}>
          {w.mark}
        </button>
        <span class="soft">{words.atOnce}</span>
      </div>
    </form>
  );
}

function OneNumber({ one, unmarked }: { one: SharedNumber; unmarked: () => void }) {
  const [sending, send] = useSending();
  const remove = () =>
    void send(async () => {
      await routingApi.unmarkShared(one.number);
      unmarked();
    });
  return (
    <li class="row">
      <bdi class="num">{one.display}</bdi>
      <button type="button" class="right" aria-disabled={sending.kind === 'sending'} onClick={remove}>
        <Icon of={X} />
        <span class="unseen">{fill(words.removeNamed, { name: one.display })}</span>
      </button>
      <Outcome of={sending.kind === 'sent' ? { kind: 'resting' } : sending} />
    </li>
  );
}
