import { Plus, X } from 'lucide';
import { useState } from 'preact/hooks';
import { fill } from '../../words/fill';
import { Icon } from '../parts/icon';
import { words } from '../words';
import { dayName } from './day-names';
import { clock, copied, days, endOfDay, minuteOf, type Span, withSpan, without } from './hours';

type Props = { spans: Span[]; changed: (spans: Span[]) => void };

const usual = { from: 9 * 60, to: 18 * 60 };

/** The same hours as a table to read and to type in. */
export function WeekTable({ spans, changed }: Props) {
  const w = words.routing.week;
  const weekdays = [1, 2, 3, 4];
  const add = (day: number) => {
    const last = spans.filter((one) => one.day === day).at(-1);
    if (!last) return changed(withSpan(spans, { day, ...usual }));
    const from = Math.min(last.to + 60, endOfDay - 60);
    if (from > last.to) changed(withSpan(spans, { day, from, to: Math.min(from + 180, endOfDay) }));
  };
  const replace = (index: number, span: Span): boolean => {
    if (span.to <= span.from) return false;
    changed(withSpan(without(spans, index), span));
    return true;
  };
  return (
    <details class="week-table">
      <summary>{w.table}</summary>
      <table>
        <caption class="unseen">{words.routing.hours}</caption>
        <tbody>
          {days.map((name, day) => (
            <tr key={name}>
              <th scope="row">{dayName(day)}</th>
              <td>
                {spans.every((one) => one.day !== day) && (
                  <span class="soft">{spans.length === 0 ? w.open : w.closed}</span>
                )}
                {spans.map((span, index) =>
                  span.day === day ? (
                    <span class="typed-span" key={index}>
                      <Time
                        label={fill(w.from, { day: dayName(day) })}
                        minute={span.from}
                        changed={(from) => replace(index, { ...span, from })}
                      />
                      –
                      <Time
                        label={fill(w.to, { day: dayName(day) })}
                        minute={span.to}
                        changed={(to) => replace(index, { ...span, to })}
                      />
                      <button type="button" onClick={() => changed(without(spans, index))}>
                        <Icon of={X} />
                        <span class="unseen">
                          {fill(w.remove, { day: dayName(day), from: clock(span.from), to: clock(span.to) })}
                        </span>
                      </button>
                    </span>
                  ) : null,
                )}
                <button type="button" onClick={() => add(day)}>
                  <Icon of={Plus} />
                  <span class="unseen">{fill(w.add, { day: dayName(day) })}</span>
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="row">
        <button type="button" onClick={() => changed(copied(spans, 0, weekdays))}>
          {w.copy}
        </button>
        <button type="button" onClick={() => changed([])}>
          {w.always}
        </button>
      </div>
    </details>
  );
}

/**
 * A time as people type it; what is none is shown as wrong, and nothing changes until it is one. What is typed stands only over the
 * time it was typed over: when another one comes here, that is shown.
 */
function Time(props: { label: string; minute: number; changed: (minute: number) => boolean }) {
  const [last, setTyped] = useState<{ text: string; over: number; wrong: boolean } | null>(null);
  const typed = last?.over === props.minute ? last : null;
  const wrong = typed?.wrong ?? false;
  const read = () => {
    if (!typed) return;
    const minute = minuteOf(typed.text);
    const taken = minute !== null && (minute === props.minute || props.changed(minute));
    setTyped(taken ? null : { ...typed, wrong: true });
  };
  return (
    <input
      class="num time"
      aria-label={props.label}
      aria-invalid={wrong}
      inputMode="numeric"
      maxLength={7}
      value={typed?.text ?? clock(props.minute)}
      onInput={(event) => setTyped({ text: event.currentTarget.value, over: props.minute, wrong })}
      onBlur={read}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        read();
      }}
    />
  );
}
