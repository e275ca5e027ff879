import { useEffect } from 'preact/hooks';
import { callLabel } from '../desk/call-words';
import type { DeskState } from '../state/desk-state';
import { words } from '../words';
import { fill } from '../words/fill';

/** The title and the icon of the tab, for an agent who looks at another one. */
export function useFlag(desk: DeskState): void {
  const title = titleOf(desk);
  const icon = desk.link.kind === 'lost' ? '-lost' : desk.call?.phase === 'ringing' ? '-ringing' : '';
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    document.querySelector('link[rel=icon]')?.setAttribute('href', `/favicon${icon}.svg`);
  }, [icon]);
}

function titleOf({ link, call, me }: DeskState): string {
  if (link.kind === 'lost') return `⚠ ${words.page.lost} · Décroché`;
  if (call?.phase === 'ringing')
    return `☎ ${fill(words.page.ringing, { who: callLabel(call.pop) })} · Décroché`;
  if (call?.phase === 'talking')
    return `${fill(words.page.talking, { who: callLabel(call.pop) })} · Décroché`;
  return fill('{name} · {page} · Décroché', { name: me.name, page: words.page.desk });
}
