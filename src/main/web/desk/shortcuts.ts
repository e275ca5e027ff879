import { useEffect } from 'preact/hooks';
import { preferred } from '../preference';
import { chords } from './chord';

const textTypes = new Set([
  'text',
  'search',
  'password',
  'tel',
  'email',
  'url',
  'number',
  'date',
  'datetime-local',
]);

/** Whether this element takes what is typed. */
export function takesText(element: Element | null): boolean {
  // in a list, a letter chooses
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return true;
  return element instanceof HTMLInputElement && textTypes.has(element.type);
}

/** The nearest of these in what has the cursor, such as one case of several; else the first that is shown. */
function nearest(selector: string): HTMLElement | undefined {
  const near = document.activeElement?.closest('.case')?.querySelectorAll<HTMLElement>(selector) ?? [];
  return [...near, ...document.querySelectorAll<HTMLElement>(selector)].find(
    (element) => element.getClientRects().length > 0,
  );
}

/** What a key may mean: its sign, else the digit that is on it, for which a French keyboard wants Shift. Escape and the like mean nothing. */
function meant({ key, code }: KeyboardEvent): string[] {
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  return [...(key.length === 1 ? [key.toUpperCase()] : []), ...(digit ? [digit] : [])];
}

/**
 * A single key goes to the element that names it in `aria-keyshortcuts`: a field gets the cursor, a button is pressed. What is one of
 * many of a kind has two keys.
 */
export function useShortcuts(): void {
  useEffect(() => {
    const two = chords(nearest);
    const pressed = (event: KeyboardEvent) => {
      if (event.key === 'Shift') return;
      const meansMore = event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
      if (meansMore || !preferred('keys') || takesText(document.activeElement)) return two.forget();
      const keys = meant(event);
      if (two.pressed(keys)) {
        event.preventDefault();
        return;
      }
      const element = keys.map((key) => nearest(`[aria-keyshortcuts="${CSS.escape(key)}"]`)).find(Boolean);
      if (!element) return;
      event.preventDefault();
      if (!takesText(element)) return element.click();
      element.focus();
      // what was sought before gives way to what is sought now
      if (element instanceof HTMLInputElement && element.type === 'search') element.select();
    };
    window.addEventListener('keydown', pressed);
    // whoever went on by the mouse has left the first of two keys behind
    window.addEventListener('pointerdown', two.forget);
    return () => {
      two.forget();
      window.removeEventListener('keydown', pressed);
      window.removeEventListener('pointerdown', two.forget);
    };
  }, []);
}
