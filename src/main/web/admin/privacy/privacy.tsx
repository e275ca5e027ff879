import { useEffect, useState } from 'preact/hooks';
import { takesText } from '../../desk/shortcuts';
import { Search } from '../../file/search';
import { goTo, type Place } from '../place';
import { CustomerData } from './customer-data';

/** Whom it is about, first; then what they may ask of us. */
export function Privacy({ place }: { place: Place }) {
  const [query, setQuery] = useState('');
  const id = Number(place.id) || null;

  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || takesText(document.activeElement)) return;
      event.preventDefault();
      document.querySelector<HTMLElement>('main [type=search]')?.focus();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);

  return (
    <>
      <Search
        query={query}
        setQuery={setQuery}
        open={(customer) => {
          setQuery('');
          goTo(`privacy/${customer.id}`);
        }}
      />
      {id !== null && <CustomerData key={id} id={id} />}
    </>
  );
}
