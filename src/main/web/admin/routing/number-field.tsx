import { useEffect, useState } from 'preact/hooks';
import { fill } from '../../words/fill';
import { PhoneBox } from '../parts/phone-box';
import { routingApi } from '../routing-api';
import type { ReadNumber } from '../wire-routing';
import { words } from '../words';

type Props = {
  value: string;
  country: string;
  wrong: string | null;
  changed: (value: string) => void;
};

/** A public number as it is typed: how it is understood, and a warning when calling it costs extra. */
export function NumberField({ value, country, wrong, changed }: Props) {
  const [read, setRead] = useState<{ of: string; as: ReadNumber | null } | null>(null);
  const wanted = value.trim();
  useEffect(() => {
    if (wanted.length < 3) return setRead(null);
    let current = true;
    const timer = setTimeout(() => {
      routingApi.readNumber(wanted, country).then(
        (as) => current && setRead({ of: wanted, as }),
        () => current && setRead({ of: wanted, as: null }),
      );
    }, 250);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [wanted, country]);
  const w = words.doors;
  const as = read?.of === wanted ? read.as : null;
  return (
    <div class="stack">
      <PhoneBox
        label={w.number}
        hint={
          <span role="status">
            {as ? fill(w.readAs, { display: as.display }) : read?.of === wanted ? w.notRead : w.numberHint}
          </span>
        }
        value={value}
        wrong={wrong}
        changed={changed}
      />
      {as?.premium && (
        <p class="remember warn" role="alert">
          <b>{w.premium}</b> {w.premiumWhy}
        </p>
      )}
    </div>
  );
}
