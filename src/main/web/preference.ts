import { useState } from 'preact/hooks';

export type Preference = 'sound' | 'keys' | 'notify';

/** A choice of this browser, on until turned off. Without storage it lasts as long as the page. */
export function preferred(name: Preference): boolean {
  try {
    return localStorage.getItem(`decroche.${name}`) !== 'off';
  } catch {
    return true;
  }
}

export function usePreference(name: Preference): [boolean, (on: boolean) => void] {
  const [on, set] = useState(() => preferred(name));
  return [
    on,
    (wanted) => {
      set(wanted);
      try {
        localStorage.setItem(`decroche.${name}`, wanted ? 'on' : 'off');
      } catch {
        // private windows may refuse: the choice then ends with the page
      }
    },
  ];
}
