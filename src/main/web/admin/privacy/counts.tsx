import { locale } from '../../words';
import type { Removed } from '../wire';
import { words } from '../words';

/** How much of each kind, the kinds in words; what there is none of is not named. */
export function Counts({ of }: { of: Removed }) {
  const some = Object.entries(of).filter(([, count]) => count > 0);
  if (some.length === 0) return <p class="soft">{words.removed.nothing}</p>;
  return (
    <dl class="counts num">
      {some.map(([kind, count]) => (
        <div key={kind}>
          <dt>{kindOf(kind)}</dt>
          <dd>{count.toLocaleString(locale)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The same in one line of a list. */
export function countsLine(of: Removed): string {
  const some = Object.entries(of).filter(([, count]) => count > 0);
  if (some.length === 0) return words.removed.nothing;
  return some.map(([kind, count]) => `${kindOf(kind)} ${count.toLocaleString(locale)}`).join(' · ');
}

function kindOf(kind: string): string {
  return (words.removed.kind as Record<string, string>)[kind] ?? kind;
}
