import { useEffect } from 'preact/hooks';
import { fill } from '../../words/fill';
import { ChoiceBox, named } from '../parts/choice-box';
import { Field } from '../parts/field';
import { FormEnd } from '../parts/form-end';
import { useKept } from '../parts/kept';
import { LineBox } from '../parts/line-box';
import { NumberBox } from '../parts/number-box';
import { useSending } from '../../file/sending';
import { whole } from '../parts/whole';
import { wrongOf } from '../parts/wrong';
import { routingApi } from '../routing-api';
import type { Door, Team } from '../wire-routing';
import { words } from '../words';
import { NumberField } from './number-field';

type Typed = {
  number: string;
  name: string;
  country: string;
  teamId: number;
  offerSeconds: string;
  rememberDays: string;
  realTalkSeconds: string;
};
type Props = {
  door: Door;
  teams: Team[];
  /** Told of the team in the form, from the beginning and whenever it changes. */
  chosen: (teamId: number) => void;
  saved: (door: Door) => void;
  again: () => void;
};

const typedOf = (door: Door): Typed => ({
  number: door.display,
  name: door.name,
  country: door.country,
  teamId: door.teamId,
  offerSeconds: String(door.offerSeconds),
  rememberDays: String(door.rememberDays),
  realTalkSeconds: String(door.realTalkSeconds),
});

/** What the front door is: its number, its name, its team, and how it rings and remembers. */
export function DoorForm({ door, teams, chosen, saved, again }: Props) {
  const { typed, seen, set, forget } = useKept(`door ${door.id}`, door, typedOf);
  const [saving, save, rest] = useSending();
  const w = words.doors;
  const edited = JSON.stringify(typed) !== JSON.stringify(typedOf(door));
  useEffect(() => chosen(typed.teamId), [typed.teamId]);
  const change = (some: Partial<Typed>) => {
    set({ ...typed, ...some });
    rest();
  };
  const submit = (event: Event) => {
    event.preventDefault();
    void save(async () => {
      const stands = await routingApi.changeDoor(seen, {
        number: typed.number.trim(),
        name: typed.name.trim(),
        country: typed.country.trim().toUpperCase(),
        teamId: typed.teamId,
        offerSeconds: whole(typed.offerSeconds),
        rememberDays: whole(typed.rememberDays),
        realTalkSeconds: whole(typed.realTalkSeconds),
      });
      forget();
      saved(stands);
    });
  };
  const restore = () => {
    forget();
    again();
  };
  return (
    <form class="card stack" onSubmit={submit} noValidate aria-labelledby="door-title">
      <h2 id="door-title" class="num">
        {door.display} <bdi class="soft">{door.name}</bdi>
      </h2>
      <NumberField
        value={typed.number}
        country={typed.country}
        wrong={wrongOf(saving, 'number')}
        changed={(number) => change({ number })}
      />
      <div class="pair">
        <LineBox
          label={w.name}
          hint={w.nameHint}
          value={typed.name}
          most={100}
          wrong={wrongOf(saving, 'name')}
          changed={(name) => change({ name })}
        />
        <ChoiceBox
          label={w.team}
          hint={w.teamHint}
          value={typed.teamId}
          choices={named(teams)}
          wrong={wrongOf(saving, 'teamId')}
          changed={(teamId) => change({ teamId })}
        />
      </div>
      <div class="pair">
        <NumberBox
          label={w.offer}
          hint={w.offerHint}
          unit={words.unit.seconds}
          value={typed.offerSeconds}
          wrong={wrongOf(saving, 'offerSeconds')}
          changed={(offerSeconds) => change({ offerSeconds })}
        />
        <NumberBox
          label={w.remember}
          hint={w.rememberHint}
          unit={words.unit.days}
          value={typed.rememberDays}
          wrong={wrongOf(saving, 'rememberDays')}
          changed={(rememberDays) => change({ rememberDays })}
        />
        <NumberBox
          label={w.realTalk}
          hint={w.realTalkHint}
          unit={words.unit.seconds}
          value={typed.realTalkSeconds}
          wrong={wrongOf(saving, 'realTalkSeconds')}
          changed={(realTalkSeconds) => change({ realTalkSeconds })}
        />
        <Field
          label={w.country}
          hint={fill(w.countryHint, { example: 'FR' })}
          wrong={wrongOf(saving, 'country')}
        >
          {(box) => (
            <input
              {...box}
              class="short"
              value={typed.country}
              maxLength={2}
              onInput={(event) => change({ country: event.currentTarget.value })}
            />
          )}
        </Field>
      </div>
      <FormEnd saving={saving} edited={edited} note={words.atOnce} restore={restore} />
    </form>
  );
}
