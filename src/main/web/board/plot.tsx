import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import { locale } from '../words';

/** One thing that is drawn: a bar for each step, or points joined by a line. */
export type Series = {
  label: string;
  values: (number | null)[];
  /** The name of one of the colours of the pages. */
  colour: string;
  kind: 'bar' | 'hatched' | 'line' | 'points';
};

type Props = { label: string; timeZone: string; from: string[]; series: Series[]; seconds?: boolean };

/** A plot for the eyes; the table beneath it says the same in words. Its colours are those of the page, light or dark. */
export function Plot({ label, timeZone, from, series, seconds = false }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const on = place.current;
    if (!on) return;
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    let plot: uPlot | null = null;
    const draw = () => {
      plot?.destroy();
      plot = new uPlot(options(on, timeZone, from, series, seconds), data(from, series), on);
    };
    draw();
    scheme.addEventListener('change', draw);
    // Anew: letters and strokes grow with the wall.
    let width = on.clientWidth;
    const size = new ResizeObserver(() => {
      if (on.clientWidth !== width) draw();
      width = on.clientWidth;
    });
    size.observe(on);
    return () => {
      scheme.removeEventListener('change', draw);
      size.disconnect();
      plot?.destroy();
    };
  }, [timeZone, seconds, JSON.stringify(from), JSON.stringify(series)]);
  return (
    <figure class="plot">
      <div class="drawing" ref={place} role="img" aria-label={label} />
      <figcaption class="legend soft">
        {series.map((one) => (
          <span key={one.label}>
            <i class={`mark ${one.kind} ${one.colour}`} aria-hidden="true" />
            {one.label}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

const rem = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
const heightOf = (on: Element) => Math.round(Math.max(10 * rem(), Math.min(on.clientWidth / 3, 15 * rem())));

function data(from: string[], series: Series[]): uPlot.AlignedData {
  return [from.map((at) => Date.parse(at) / 1000), ...series.map((one) => one.values)];
}

function options(
  on: HTMLElement,
  timeZone: string,
  from: string[],
  series: Series[],
  seconds: boolean,
): uPlot.Options {
  const style = getComputedStyle(on);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const font = `${Math.round(0.85 * rem())}px ${style.fontFamily}`;
  const step = from.length > 1 ? (Date.parse(from[1] ?? '') - Date.parse(from[0] ?? '')) / 1000 : 3600;
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone });
  const number = new Intl.NumberFormat(
    locale,
    seconds ? { style: 'unit', unit: 'second', unitDisplay: 'narrow' } : {},
  );
  const axis = { stroke: colour('soft'), font, ticks: { show: false } };
  const drawn: uPlot.Series.BarsPathBuilderOpts = { size: [0.72, Number.POSITIVE_INFINITY], align: 1 };
  return {
    width: on.clientWidth,
    height: heightOf(on),
    tzDate: (at) => uPlot.tzDate(new Date(at * 1000), timeZone),
    legend: { show: false },
    cursor: { show: false },
    padding: [rem() / 2, 2 * rem(), 0, 0],
    scales: {
      x: { range: (_, first, last) => [first, last + step] },
      y: { range: (_, __, most) => [0, Math.max(seconds ? 15 : 4, (most ?? 0) * 1.1)] },
    },
    axes: [
      {
        ...axis,
        grid: { show: false },
        space: 4.5 * rem(),
        values: (_, at) => at.map((one) => clock.format(one * 1000)),
      },
      {
        ...axis,
        grid: { stroke: colour('line'), width: 1 },
        size: 3.6 * rem(),
        incrs: [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1200, 3600],
        values: (_, all) => all.map((one) => (Number.isInteger(one) ? number.format(one) : '')),
      },
    ],
    series: [
      {},
      ...series.map((one): uPlot.Series => {
        const ink = colour(one.colour);
        switch (one.kind) {
          case 'bar':
            return {
              stroke: ink,
              fill: ink,
              width: 0,
              paths: uPlot.paths.bars!(drawn),
              points: { show: false },
            };
          case 'hatched':
            return {
              width: 0,
              fill: (plot) => hatch(plot.ctx, ink),
              paths: uPlot.paths.bars!(drawn),
              points: { show: false },
            };
          case 'line':
            return { stroke: ink, width: 3, points: { show: true, size: 8, fill: ink } };
          case 'points':
            return {
              stroke: ink,
              paths: () => null,
              points: { show: true, size: 9, width: 2, fill: colour('card') },
            };
        }
      }),
    ],
  };
}

/** Told apart by its lines, not by its colour alone. */
function hatch(on: CanvasRenderingContext2D, ink: string): CanvasPattern | string {
  const tile = document.createElement('canvas');
  const side = 8 * devicePixelRatio;
  tile.width = side;
  tile.height = side;
  const brush = tile.getContext('2d');
  if (!brush) return ink;
  brush.strokeStyle = ink;
  brush.lineWidth = 1.5 * devicePixelRatio;
  brush.beginPath();
  for (const start of [-side / 2, side / 2, side * 1.5]) {
    brush.moveTo(start - side / 2, side);
    brush.lineTo(start + side / 2, 0);
  }
  brush.stroke();
  return on.createPattern(tile, 'repeat') ?? ink;
}
