const first = 'V';
const seconds = '123456789ABCDEFGHIJKLMOPQRSTUWXYZ';

/** Where a button stands in the row of all of a case, or the key it has of its own. */
type Place = number | string;
const second = (place: Place) => (typeof place === 'string' ? place : seconds[place]);

/** What a button bears that is reached by two keys; nothing past the last. */
export function chord(place: Place) {
  const key = second(place);
  return key ? { 'data-chord': key, title: `${first} ${key}` } : {};
}

/** Shown on it. */
export function ChordKeys({ place }: { place: Place }) {
  const key = second(place);
  return key ? (
    <kbd class="chord" aria-hidden="true">
      {first} {key}
    </kbd>
  ) : null;
}

/**
 * Two keys one after the other. `pressed` is true when this key was the first, or the second of them, and has done what it can; a key
 * is given by all that it may mean. `forget` takes the first as not pressed.
 */
export function chords(find: (selector: string) => HTMLElement | undefined) {
  let begun = false;
  const forget = () => {
    begun = false;
    show(false);
  };
  const pressed = (keys: string[]): boolean => {
    if (!begun) {
      begun = keys[0] === first && find('[data-chord]') !== undefined;
      show(begun);
      return begun;
    }
    forget();
    const button = keys.map((key) => find(`[data-chord="${CSS.escape(key)}"]`)).find(Boolean);
    button?.click();
    return button !== undefined;
  };
  return { pressed, forget };
}

/** The second keys stand out while one of them is waited for. */
function show(on: boolean): void {
  if (on) document.documentElement.dataset['chord'] = 'begun';
  else delete document.documentElement.dataset['chord'];
}
