import { useEffect } from 'preact/hooks';
import { preferred } from '../preference';

const textTypes = new Set(['text', 'search', 'password', 'tel', 'email', 'url', 'number']);

/** Whether this element takes what is typed. */
export function takesText(element: Element | null): boolean {
  if (element instanceof HTMLTextAreaElement) return true;
  return element instanceof HTMLInputElement && textTypes.has(element.type);
}

/** A single key goes to the first element that names it in `aria-keyshortcuts`: a field gets the cursor, a button is pressed. */
export function useShortcuts(): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.key.length !== 1)
        return;
      if (!preferred('keys') || takesText(document.activeElement)) return;
      const named = document.querySelector<HTMLElement>(
        `[aria-keyshortcuts="${CSS.escape(event.key.toUpperCase())}"]`,
      );
      if (!named) return;
      event.preventDefault();
      if (takesText(named)) named.focus();
      else named.click();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}
