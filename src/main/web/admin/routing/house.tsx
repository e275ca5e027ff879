import { Field } from '../parts/field';
import { FormEnd } from '../parts/form-end';
import { useKept } from '../parts/kept';
import { Loaded, useAsked } from '../parts/loaded';
import { NumberBox } from '../parts/number-box';
import { useSending } from '../../file/sending';
import { whole } from '../parts/whole';
import { wrongOf } from '../parts/wrong';
import { lines } from '../outside/lines';
import { routingApi } from '../routing-api';
import type { House as Settings } from '../wire-routing';
import { words } from '../words';

/** What holds for every front door. */
export function House() {
  const asked = useAsked(routingApi.house, '');
  return (
    <Loaded asked={asked}>
      {(house) => <Form key={asked.told} house={house} saved={asked.set} again={asked.again} />}
    </Loaded>
  );
}

type Typed = {
  missedOffers: string;
  quietDays: string;
  testCallSeconds: string;
  atOnce: string;
  perHour: string;
  perAgentAndHour: string;
  destinations: string;
};
type Props = { house: Settings; saved: (house: Settings) => void; again: () => void };

const typedOf = (house: Settings): Typed => ({
  missedOffers: String(house.missedOffers),
  quietDays: String(house.quietDays),
  testCallSeconds: String(house.testCallSeconds),
  atOnce: String(house.callsOut.atOnce),
  perHour: String(house.callsOut.perHour),
  perAgentAndHour: String(house.callsOut.perAgentAndHour),
  destinations: house.callsOut.destinations.join('\n'),
});

function Form({ house, saved, again }: Props) {
  const { typed, seen, set, forget } = useKept('house', house, typedOf);
  const [saving, save, rest] = useSending();
  const w = words.house;
  const edited = JSON.stringify(typed) !== JSON.stringify(typedOf(house));
  const submit = (event: Event) => {
    event.preventDefault();
    void save(async () => {
      const stands = await routingApi.changeHouse(seen, {
        missedOffers: whole(typed.missedOffers),
        quietDays: whole(typed.quietDays),
        testCallSeconds: whole(typed.testCallSeconds),
        callsOut: {
          atOnce: whole(typed.atOnce),
          perHour: whole(typed.perHour),
          perAgentAndHour: whole(typed.perAgentAndHour),
          destinations: lines(typed.destinations).map((one) => one.replace(/[\s.-]/g, '')),
        },
      });
      forget();
      saved(stands);
    });
  };
  const restore = () => {
    forget();
    again();
  };
  const box = (name: Exclude<keyof Typed, 'destinations'>, unit: string) => (
    <NumberBox
      label={w[name]}
      hint={w[`${name}Hint`]}
      unit={unit}
      value={typed[name]}
      wrong={wrongOf(saving, name)}
      changed={(value) => {
        set({ ...typed, [name]: value });
        rest();
      }}
    />
  );
  return (
    <form class="card stack" onSubmit={submit} noValidate>
      <div class="pair">
        {box('missedOffers', words.unit.calls)}
        {box('quietDays', words.unit.days)}
        {box('testCallSeconds', words.unit.seconds)}
      </div>
      <fieldset class="plain stack">
        <legend>{w.callsOut}</legend>
        <div class="pair">
          {box('atOnce', words.unit.calls)}
          {box('perHour', words.unit.calls)}
          {box('perAgentAndHour', words.unit.calls)}
        </div>
        <Field label={w.destinations} hint={w.destinationsHint} wrong={wrongOf(saving, 'callsOut')}>
          {(attributes) => (
            <textarea
              {...attributes}
              class="num"
              rows={3}
              value={typed.destinations}
              placeholder="+33"
              onInput={(event) => {
                set({ ...typed, destinations: event.currentTarget.value });
                rest();
              }}
            />
          )}
        </Field>
      </fieldset>
      <FormEnd saving={saving} edited={edited} note={words.atOnce} restore={restore} />
    </form>
  );
}
