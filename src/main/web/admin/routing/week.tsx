import { useRef } from 'preact/hooks';
import { fill } from '../../words/fill';
import { words } from '../words';
import { dayName, shortDayName } from './day-names';
import { clock, days, endOfDay, moved, resized, snapped, type Span, step, withSpan, without } from './hours';

type Props = { spans: Span[]; changed: (spans: Span[]) => void };

/** What a drag does, with the hours as they were when it began. */
type Drag =
  | { kind: 'new'; before: Span[]; day: number; anchor: number }
  | { kind: 'edge'; before: Span[]; index: number; edge: 'from' | 'to' }
  | { kind: 'move'; before: Span[]; index: number; grabbed: number };

const marks = [0, 3, 6, 9, 12, 15, 18, 21, 24];

/** The open hours drawn as a week: drag to open, drag an edge or the whole to change; arrows do it by keyboard. */
export function Week({ spans, changed }: Props) {
  const drag = useRef<Drag | null>(null);
  const w = words.routing.week;

  const minuteAt = (event: PointerEvent) => {
    const track = (event.currentTarget as HTMLElement).getBoundingClientRect();
    return ((event.clientX - track.left) / track.width) * endOfDay;
  };
  const begin = (event: PointerEvent, day: number) => {
    if (event.button !== 0) return;
    const on = event.target as HTMLElement;
    const index = Number(on.closest<HTMLElement>('[data-index]')?.dataset.index ?? -1);
    const edge = on.closest<HTMLElement>('[data-edge]')?.dataset.edge as 'from' | 'to' | undefined;
    const minute = minuteAt(event);
    const span = spans[index];
    if (!span) drag.current = { kind: 'new', before: spans, day, anchor: snapped(minute) };
    else if (edge) drag.current = { kind: 'edge', before: spans, index, edge };
    else drag.current = { kind: 'move', before: spans, index, grabbed: minute - span.from };
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
  };
  const go = (event: PointerEvent) => {
    const now = drag.current;
    if (!now) return;
    const minute = minuteAt(event);
    switch (now.kind) {
      case 'new': {
        const [from, to] = [Math.min(now.anchor, snapped(minute)), Math.max(now.anchor, snapped(minute))];
        return changed(withSpan(now.before, { day: now.day, from, to }));
      }
      case 'edge':
        return changed(resized(now.before, now.index, now.edge, snapped(minute)));
      case 'move':
        return changed(moved(now.before, now.index, snapped(minute - now.grabbed)));
    }
  };
  const end = () => {
    drag.current = null;
  };
  const keyed = (event: KeyboardEvent, index: number, edge: 'from' | 'to') => {
    const span = spans[index];
    if (!span) return;
    const by: Record<string, number> = {
      ArrowLeft: -step,
      ArrowDown: -step,
      ArrowRight: step,
      ArrowUp: step,
      PageDown: -60,
      PageUp: 60,
    };
    const move = by[event.key];
    if (move !== undefined) changed(resized(spans, index, edge, span[edge] + move));
    else if (event.key === 'Home') changed(resized(spans, index, edge, 0));
    else if (event.key === 'End') changed(resized(spans, index, edge, endOfDay));
    else if (event.key === 'Delete') changed(without(spans, index));
    else return;
    event.preventDefault();
  };

  return (
    <div class="week" role="group" aria-label={w.label} aria-describedby="week-help">
      <p id="week-help" class="soft">
        {w.help}
      </p>
      <div class="scale num" aria-hidden="true">
        {marks.map((hour) => (
          <span key={hour} style={{ insetInlineStart: `${(hour / 24) * 100}%` }}>
            {hour}
          </span>
        ))}
      </div>
      {days.map((name, day) => (
        <div class="day" key={name} role="group" aria-label={dayName(day)}>
          <span aria-hidden="true">{shortDayName(day)}</span>
          <div
            class="track"
            onPointerDown={(event) => begin(event, day)}
            onPointerMove={go}
            onPointerUp={end}
            onPointerCancel={end}
          >
            {spans.map((span, index) =>
              span.day === day ? (
                <div
                  key={index}
                  class="span"
                  data-index={index}
                  style={{
                    insetInlineStart: `${(span.from / endOfDay) * 100}%`,
                    width: `${((span.to - span.from) / endOfDay) * 100}%`,
                  }}
                >
                  {(['from', 'to'] as const).map((edge) => (
                    <span
                      key={edge}
                      class={`edge ${edge}`}
                      data-edge={edge}
                      role="slider"
                      tabIndex={0}
                      aria-label={fill(w[edge], { day: dayName(day) })}
                      aria-valuemin={0}
                      aria-valuemax={endOfDay}
                      aria-valuenow={span[edge]}
                      aria-valuetext={clock(span[edge])}
                      onKeyDown={(event) => keyed(event, index, edge)}
                    />
                  ))}
                  <span class="said num" aria-hidden="true">
                    {clock(span.from)}–{clock(span.to)}
                  </span>
                </div>
              ) : null,
            )}
          </div>
        </div>
      ))}
    </div>
  );
}
