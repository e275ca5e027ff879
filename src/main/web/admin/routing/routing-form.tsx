import { fill } from '../../words/fill';
import { when } from '../../words/time';
import { Field } from '../parts/field';
import { FormEnd } from '../parts/form-end';
import { useKept } from '../parts/kept';
import { NumberBox } from '../parts/number-box';
import { useSaving } from '../parts/saving';
import { wrongOf } from '../parts/wrong';
import { routingApi } from '../routing-api';
import type { Agent, Door, Holidays, Routing, Team } from '../wire-routing';
import { words } from '../words';
import { Closures } from './closures';
import { Foresee } from './foresee';
import { Overflow } from './overflow';
import { typedOf, wantedOf, type Typed } from './routing-typed';
import { Week } from './week';
import { WeekTable } from './week-table';

type Props = {
  door: Door;
  routing: Routing;
  teams: Team[];
  agents: Agent[];
  saved: (routing: Routing) => void;
  again: () => void;
};

const zones: string[] = 'supportedValuesOf' in Intl ? Intl.supportedValuesOf('timeZone') : [];
const holidays: Holidays[] = ['none', 'france', 'alsace-moselle'];

/** Who answers at a front door, and when; it takes effect at once, on callers who wait too. */
export function RoutingForm({ door, routing, teams, agents, saved, again }: Props) {
  const [typed, set, forget] = useKept(`routing ${door.id}`, () => typedOf(routing));
  const [saving, save, rest] = useSaving();
  const w = words.routing;
  const edited = JSON.stringify(wantedOf(typed)) !== JSON.stringify(wantedOf(typedOf(routing)));
  const change = (some: Partial<Typed>) => {
    set({ ...typed, ...some });
    rest();
  };
  const submit = (event: Event) => {
    event.preventDefault();
    void save(async () => {
      const stands = await routingApi.changeRouting(door.id, routing, wantedOf(typed));
      set(typedOf(stands));
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
            <Field label={w.onCall} hint={w.onCallHint} wrong={wrongOf(saving, 'onCallId')}>
              {(box) => (
                <select
                  {...box}
                  value={typed.onCall ?? ''}
                  onChange={(event) => change({ onCall: Number(event.currentTarget.value) || null })}
                >
                  <option value="">{w.nobodyOnCall}</option>
                  {agents
                    .filter((agent) => agent.phone !== null && !agent.disabled)
                    .map((agent) => (
                      <option key={agent.id} value={agent.id}>
                        {agent.name}
                      </option>
                    ))}
                </select>
              )}
            </Field>
          </div>
        </section>
        <section class="card stack" aria-labelledby="hours-title">
          <div class="row">
            <h2 id="hours-title">{w.hours}</h2>
            <p class="soft right">
              {routing.openNow ? w.openNow : w.closedNow}
              {routing.nextChangeAt && ` ${fill(w.until, { at: when(routing.nextChangeAt) })}`}
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
            <Field label={w.holidays} wrong={wrongOf(saving, 'holidays')}>
              {(box) => (
                <select
                  {...box}
                  value={typed.holidays}
                  onChange={(event) => change({ holidays: event.currentTarget.value as Holidays })}
                >
                  {holidays.map((one) => (
                    <option key={one} value={one}>
                      {w.holiday[one]}
                    </option>
                  ))}
                </select>
              )}
            </Field>
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
      <Foresee door={door.id} draft={wantedOf(typed)} />
    </>
  );
}
