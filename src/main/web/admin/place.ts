import { useEffect, useState } from 'preact/hooks';

/** Where on the page one is, as the address says it: `#doors/3?day=2026-03-01`. */
export type Place = { section: string; id: string | null; params: URLSearchParams };

export function placeOf(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?');
  const [section = '', id = ''] = path.split('/');
  return { section, id: id || null, params: new URLSearchParams(query) };
}

export function usePlace(): Place {
  const [place, set] = useState(() => placeOf(location.hash));
  useEffect(() => {
    const moved = () => set(placeOf(location.hash));
    addEventListener('hashchange', moved);
    return () => removeEventListener('hashchange', moved);
  }, []);
  return place;
}

export function goTo(hash: string): void {
  location.hash = hash;
}
