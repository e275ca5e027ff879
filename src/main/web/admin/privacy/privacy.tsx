import { useState } from 'preact/hooks';
import { useShortcuts } from '../../desk/shortcuts';
import { Search } from '../../file/search';
import { goTo, type Place } from '../place';
import { CustomerData } from './customer-data';

/** Whom it is about, first; then what they may ask of us. */
export function Privacy({ place }: { place: Place }) {
  const [query, setQuery] = useState('');
  const id = Number(place.id) || null;

  useShortcuts();

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
