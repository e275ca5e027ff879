import type { Me } from '../wire';
import type { NextMove, WholeCase } from '../wire-matter';
import { words } from '../words';
import { Say } from '../words/say';
import { moment, when } from '../words/time';
import { Acts } from './acts';
import { errandActs, OwedErrand } from './owed-errand';
import { OwedPromise, promiseActs } from './owed-promise';
import { Timeline } from './timeline';
import type { Matter } from './use-matter';

/** Who has the next move, and what it does to the customer: the two things to know before a word is said. */
export function Standing({ whole, me }: { whole: WholeCase; me: Me }) {
  const w = words.matter.view;
  return (
    <dl class="standing">
      <div>
        <dt>{w.nextMove}</dt>
        <dd>
          <Next move={whole.nextMove} me={me} />
        </dd>
      </div>
      {whole.closing && (
        <div>
          <dt>{w.closedOn}</dt>
          <dd>
            <Say text={words.case.quote} slots={{ words: whole.closing.words }} />{' '}
            <span class="soft">
              <Say
                text={whole.closing.written ? w.heardInWriting : w.heard}
                slots={{
                  who: whole.closing.heardBy.name,
                  at: when(whole.closing.heardAt),
                  written: whole.closing.written ?? '',
                }}
              />
            </span>
          </dd>
        </div>
      )}
      <div class={whole.effect ? 'effect' : ''}>
        <dt>{w.effect}</dt>
        <dd dir="auto" class={whole.effect ? '' : 'soft'}>
          {whole.effect ?? w.noEffect}
        </dd>
      </div>
      {whole.technical && (
        <div>
          <dt>{w.technical}</dt>
          <dd dir="auto">{whole.technical}</dd>
        </div>
      )}
    </dl>
  );
}

function Next({ move, me }: { move: NextMove; me: Me }) {
  const w = words.matter.view.next;
  const late = move.by !== null && Date.parse(move.by) < Date.now();
  const by = move.by && (
    <span class={late ? 'late' : 'soft'}>
      {late && <span aria-hidden="true">▲ </span>}
      <Say text={late ? w.was : move.whose === 'customer' ? w.until : w.by} slots={{ at: when(move.by) }} />
    </span>
  );
  const who = () => {
    switch (move.whose) {
      case 'us':
        return move.agent?.id === me.id ? (
          w.yours
        ) : (
          <Say text={w.us} slots={{ who: move.agent?.name ?? '' }} />
        );
      case 'third-party':
        return <Say text={w.thirdParty} slots={{ who: move.party ?? '' }} />;
      case 'customer':
        return w.customer;
      case 'nobody':
        return w.nobody;
    }
  };
  return (
    <>
      <b>{who()}</b> {by}
    </>
  );
}

type Props = {
  matter: Matter;
  me: Me;
  call: string | null;
  /** A line was added, or the case is as given now. */
  done: (now?: WholeCase) => void;
  stale: () => void;
  older: () => Promise<void>;
};

/** What was promised and asked for, what was decided against a rule, and what can be done. */
export function CaseActs({ matter, me, call, done, stale }: Omit<Props, 'older'>) {
  const { whole } = matter;
  const w = words.matter.view;
  const { promises, errands } = owedFor(matter);
  return (
    <>
      {whole.exceptions.map((one) => (
        <p key={one.id} class="remember" dir="auto">
          <b>
            <Say text={w.exception} slots={{ rule: one.rule }} />
          </b>{' '}
          {one.text}{' '}
          <span class="soft">
            (<bdi>{one.author}</bdi>, {moment(one.at)})
          </span>
        </p>
      ))}
      {promises.length + errands.length > 0 && (
        <ul class="owed-list" aria-label={w.owed}>
          {promises.map((one, index) => (
            <OwedPromise key={one.id} promise={one} me={me} place={index * promiseActs} done={() => done()} />
          ))}
          {errands.map((one, index) => (
            <OwedErrand
              key={one.id}
              errand={one}
              me={me}
              call={call}
              place={promises.length * promiseActs + index * errandActs}
              done={() => done()}
            />
          ))}
        </ul>
      )}
      <Acts
        whole={whole}
        promises={matter.promises}
        errands={matter.errands}
        me={me}
        call={call}
        done={done}
        stale={stale}
      />
    </>
  );
}

function owedFor(matter: Matter) {
  return {
    promises: matter.promises.filter((one) => one.state === 'open'),
    errands: matter.errands.filter((one) => one.state === 'open'),
  };
}

export function CaseLines({ matter, me, done, older }: Pick<Props, 'matter' | 'me' | 'done' | 'older'>) {
  const { promises, errands } = owedFor(matter);
  const place = promises.length * promiseActs + errands.length * errandActs;
  return <Timeline matter={matter} me={me} place={place} done={() => done()} older={older} />;
}
