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
 * Two keys one after the other: true when this key was the first, or the second of them, and has done what it can. A key is given by
 * all that it may mean.
 */
export function chords(find: (selector: string) => HTMLElement | undefined): (keys: string[]) => boolean {
  let begun = false;
  return (keys) => {
    if (!begun) {
      begun = keys[0] === first && find('[data-chord]') !== undefined;
      show(begun);
      return begun;
    }
    begun = false;
    show(false);
    const button = keys.map((key) => find(`[data-chord="${CSS.escape(key)}"]`)).find(Boolean);
    button?.click();
    return button !== undefined;
  };
}

/** The second keys stand out while one of them is waited for. */
function show(on: boolean): void {
  if (on) document.documentElement.dataset['chord'] = 'begun';
  else delete document.documentElement.dataset['chord'];
}
