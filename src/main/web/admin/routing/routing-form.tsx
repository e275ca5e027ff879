import { fill } from '../../words/fill';
import { when } from '../../words/time';
import { ChoiceBox, named } from '../parts/choice-box';
import { Field } from '../parts/field';
import { FormEnd } from '../parts/form-end';
import { useKept } from '../parts/kept';
import { NumberBox } from '../parts/number-box';
import { useSending } from '../../file/sending';
import { wrongOf } from '../parts/wrong';
import { routingApi } from '../routing-api';
import type { Agent, Door, Holidays, Routing, Team } from '../wire-routing';
import { words } from '../words';
import { Closures } from './closures';
import { Foresee } from './foresee';
import { Overflow } from './overflow';
import { Rota } from './rota';
import { typedOf, wantedOf, type Typed } from './routing-typed';
import { Week } from './week';
import { WeekTable } from './week-table';

type Props = {
  door: Door;
  /** Whose phones ring: as it stands in the form of the front door, saved or not. */
  team: number;
  routing: Routing;
  teams: Team[];
  agents: Agent[];
  saved: (routing: Routing) => void;
  again: () => void;
};

const zones: string[] = 'supportedValuesOf' in Intl ? Intl.supportedValuesOf('timeZone') : [];
const nobody = 0; // no person's id
const holidays: Holidays[] = ['none', 'france', 'alsace-moselle'];

/** Who answers at a front door, and when; it takes effect at once, on callers who wait too. */
export function RoutingForm({ door, team, routing, teams, agents, saved, again }: Props) {
  const { typed, seen, set, forget } = useKept(`routing ${door.id}`, routing, typedOf);
  const [saving, save, rest] = useSending();
  const w = words.routing;
  const edited = JSON.stringify(wantedOf(typed)) !== JSON.stringify(wantedOf(typedOf(routing)));
  const change = (some: Partial<Typed>) => {
    set({ ...typed, ...some });
    rest();
  };
  const submit = (event: Event) => {
    event.preventDefault();
    void save(async () => {
      const stands = await routingApi.changeRouting(door.id, seen, wantedOf(typed));
      forget();
      saved(stands);
    });
  };
  const restore = () => {
    forget();
    again();
  };
  const always = typed.week.length === 0;
  return (
    <>
      <form class="stack" onSubmit={submit} noValidate>
        <section class="card stack" aria-labelledby="who-title">
          <h2 id="who-title">{w.who}</h2>
          <p>{fill(w.first, { team: teams.find((team) => team.id === door.teamId)?.name ?? '' })}</p>
          <Overflow
            help={typed.overflow}
            teams={teams.filter((team) => team.id !== door.teamId)}
            wrong={wrongOf(saving, 'overflow')}
            changed={(overflow) => change({ overflow })}
          />
          <div class="pair">
            <NumberBox
              label={w.patience}
              hint={w.patienceHint}
              unit={words.unit.seconds}
              value={typed.patience}
              wrong={wrongOf(saving, 'patienceSeconds')}
              changed={(patience) => change({ patience })}
            />
            <ChoiceBox
              label={w.onCall}
              hint={w.onCallHint}
              value={typed.onCall ?? nobody}
              choices={[
                { value: nobody, text: w.nobodyOnCall },
                ...named(
                  agents.filter(
                    ({ id, phone, disabled }) => (phone !== null && !disabled) || id === typed.onCall,
                  ),
                ),
              ]}
              wrong={wrongOf(saving, 'onCallId')}
              changed={(id) => change({ onCall: id === nobody ? null : id })}
            />
          </div>
        </section>
        <Rota
          door={door.id}
          rota={typed.rota}
          agents={agents}
          timeZone={typed.timeZone.trim()}
          onCallId={typed.onCall}
          saving={saving}
          changed={(rota) => change({ rota })}
        />
        <section class="card stack" aria-labelledby="hours-title">
          <div class="row">
            <h2 id="hours-title">{w.hours}</h2>
            <p class="soft right">
              {routing.openNow ? w.openNow : w.closedNow}
              {routing.nextChangeAt && ` ${fill(w.changes, { at: when(routing.nextChangeAt) })}`}
            </p>
          </div>
          <p class="soft">{always ? w.alwaysOpen : w.closedMeans}</p>
          <Week spans={typed.week} changed={(week) => change({ week })} />
          <p class="late" role="alert">
            {wrongOf(saving, 'hours')}
          </p>
          <WeekTable spans={typed.week} changed={(week) => change({ week })} />
          <div class="pair">
            <Field label={w.timeZone} wrong={wrongOf(saving, 'timeZone')}>
              {(box) => (
                <>
                  <input
                    {...box}
                    list="time-zones"
                    value={typed.timeZone}
                    maxLength={100}
                    spellcheck={false}
                    onInput={(event) => change({ timeZone: event.currentTarget.value })}
                  />
                  <datalist id="time-zones">
                    {zones.map((zone) => (
                      <option key={zone} value={zone} />
                    ))}
                  </datalist>
                </>
              )}
            </Field>
            <ChoiceBox
              label={w.holidays}
              value={typed.holidays}
              choices={holidays.map((one) => ({ value: one, text: w.holiday[one] }))}
              wrong={wrongOf(saving, 'holidays')}
              changed={(one) => change({ holidays: one })}
            />
          </div>
          <Closures typed={typed} saving={saving} change={change} />
        </section>
        <section class="card stack" aria-labelledby="after-title">
          <h2 id="after-title">{w.after}</h2>
          <div class="pair">
            <NumberBox
              label={w.callbackDue}
              hint={w.callbackDueHint}
              unit={words.unit.minutes}
              value={typed.callbackDue}
              wrong={wrongOf(saving, 'callbackDueMinutes')}
              changed={(callbackDue) => change({ callbackDue })}
            />
            <NumberBox
              label={w.wrapUp}
              hint={w.wrapUpHint}
              unit={words.unit.seconds}
              value={typed.wrapUp}
              wrong={wrongOf(saving, 'wrapUpSeconds')}
              changed={(wrapUp) => change({ wrapUp })}
            />
          </div>
          <NumberBox
            label={w.longWait}
            hint={w.longWaitHint}
            unit={words.unit.seconds}
            value={typed.longWait}
            wrong={wrongOf(saving, 'longWaitSeconds')}
            changed={(longWait) => change({ longWait })}
          />
          {typed.longWait !== '' && <p class="remember warn">{w.longWaitWarning}</p>}
        </section>
        <section class="stack">
          {routing.warnings.map((warning) => (
            <p key={warning.field} class="remember warn">
              {(w.warning as Record<string, string>)[warning.field] ?? warning.text}
            </p>
          ))}
          <FormEnd saving={saving} edited={edited} note={words.atOnce} restore={restore} />
        </section>
      </form>
      <Foresee door={door.id} team={team} draft={wantedOf(typed)} />
    </>
  );
}
