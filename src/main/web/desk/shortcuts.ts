import { useEffect } from 'preact/hooks';
import { preferred } from '../preference';

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

/** What a key means here: the nearest that names it in what has the cursor, such as one case of several; else the first that is shown. */
function named(key: string): HTMLElement | undefined {
  const selector = `[aria-keyshortcuts="${CSS.escape(key)}"]`;
  const near = document.activeElement?.closest('.case')?.querySelectorAll<HTMLElement>(selector) ?? [];
  return [...near, ...document.querySelectorAll<HTMLElement>(selector)].find(
    (element) => element.getClientRects().length > 0,
  );
}

/** A single key goes to the element that names it in `aria-keyshortcuts`: a field gets the cursor, a button is pressed. */
export function useShortcuts(): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.key.length !== 1)
        return;
      if (!preferred('keys') || takesText(document.activeElement)) return;
      const element = named(event.key.toUpperCase());
      if (!element) return;
      event.preventDefault();
      if (takesText(element)) element.focus();
      else element.click();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}
