import type { BoardState, Figures, Period } from '../wire-board';
import { locale, words } from '../words';
import { Plot, type Series } from './plot';

type Props = { board: BoardState; period: Period; choose: (period: Period) => void };

/** How it went for those who called: drawn, and the same as a table. */
export function HowItWent({ board, period, choose }: Props) {
  const w = words.board;
  const figures = board[period];
  return (
    <section class="card figures">
      <div class="row">
        <h2>{w.arrivals}</h2>
        <fieldset class="switch right">
          <legend class="unseen">{w.period}</legend>
          {(['hour', 'day'] as const).map((one) => (
            <label key={one}>
              <input type="radio" name="period" checked={period === one} onChange={() => choose(one)} />
              <span>{w[one]}</span>
            </label>
          ))}
        </fieldset>
      </div>
      <Plot
        label={w.arrivals}
        timeZone={figures.timeZone}
        from={figures.steps.map((step) => step.from)}
        series={arrivals(figures)}
      />
      <h3>{w.howSoon}</h3>
      <Plot
        label={w.howSoon}
        timeZone={figures.timeZone}
        from={figures.steps.map((step) => step.from)}
        series={[
          {
            label: w.longestOf,
            values: figures.steps.map((step) => step.longestSeconds),
            colour: 'ring',
            kind: 'points',
          },
          {
            label: w.median,
            values: figures.steps.map((step) => step.medianSeconds),
            colour: 'accent',
            kind: 'line',
          },
        ]}
        seconds
      />
      <details>
        <summary>{w.asTable}</summary>
        <Table figures={figures} period={period} />
      </details>
      <p class="row noprint">
        <a href={`#${period}/all`}>{w.behind.all}</a>
        <a href={`#${period}/given-up`}>{w.behind['given-up']}</a>
        <a href={`/api/figures/export?period=${period}`} download>
          {w.csv}
        </a>
        <button type="button" class="right" onClick={() => print()}>
          {w.print}
        </button>
      </p>
    </section>
  );
}

/** Each drawn up to what stands on it: a later one covers the lower part of the one before. */
function arrivals(figures: Figures): Series[] {
  const w = words.board;
  const bar = (part: number, below: number) => (part > 0 ? part + below : null);
  return [
    {
      label: w.gaveUp,
      values: figures.steps.map((step) => bar(step.givenUp, step.answered)),
      colour: 'late',
      kind: 'hatched',
    },
    {
      label: w.reachedLater,
      values: figures.steps.map((step) => bar(step.reachedLater, step.answered)),
      colour: 'ring',
      kind: 'bar',
    },
    {
      label: w.answered,
      values: figures.steps.map((step) => bar(step.answered, 0)),
      colour: 'accent',
      kind: 'bar',
    },
  ];
}

function Table({ figures, period }: { figures: Figures; period: Period }) {
  const w = words.board;
  const clock = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: figures.timeZone,
  });
  const unit = new Intl.NumberFormat(locale, { style: 'unit', unit: 'second', unitDisplay: 'narrow' });
  const seconds = (count: number | null) => (count === null ? '–' : unit.format(count));
  return (
    <div class="scroll" role="region" aria-label={w[period]} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{w.from}</th>
            <th scope="col">{w.calls}</th>
            <th scope="col">{w.answered}</th>
            <th scope="col">{w.gaveUp}</th>
            <th scope="col">{w.reachedLater}</th>
            <th scope="col">{w.median}</th>
            <th scope="col">{w.longestOf}</th>
          </tr>
        </thead>
        <tbody>
          {figures.steps
            .filter((step) => step.calls > 0)
            .map((step) => (
              <tr key={step.from}>
                <th scope="row" class="num">
                  {clock.format(new Date(step.from))}
                </th>
                <td class="num">{step.calls}</td>
                <td class="num">{step.answered}</td>
                <td class="num">{step.givenUp}</td>
                <td class="num">{step.reachedLater}</td>
                <td class="num">{seconds(step.medianSeconds)}</td>
                <td class="num">{seconds(step.longestSeconds)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
