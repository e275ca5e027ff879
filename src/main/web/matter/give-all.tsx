import { useState } from 'preact/hooks';
import { ask } from '../api';
import type { Me } from '../wire';
import { words } from '../words';
import { Say } from '../words/say';
import { InlineForm } from './inline-form';
import { usePeople } from './people';
import { tellChanged } from './told';

type Moved = { cases: number; promises: number; who: string };

/** Who is off for long leaves nothing behind: all that is theirs gets one named owner, and what that one should know. */
export function GiveAll({ me }: { me: Me }) {
  const [open, setOpen] = useState(false);
  const [moved, setMoved] = useState<Moved | null>(null);
  const others = usePeople().filter((one) => !one.disabled && one.id !== me.id);
  const w = words.side.everything;
  const close = () => setOpen(false);
  return (
    <section class="card mine" aria-label={w.title}>
      {open ? (
        <InlineForm
          agentId={me.id}
          place="mine.everything"
          title={w.title}
          go={w.go}
          fields={[
            {
              name: 'toId',
              label: w.to,
              kind: 'choice',
              choices: others.map((one) => ({ value: String(one.id), text: one.name })),
            },
            { name: 'summary', label: w.summary, kind: 'line', most: 300, hint: w.summaryHint },
          ]}
          send={async ({ toId, summary }) => {
            const told = await ask<Omit<Moved, 'who'>>('POST', `/api/agents/${me.id}/hand-over`, {
              toId: Number(toId),
              summary,
            });
            setMoved({ ...told, who: others.find((one) => String(one.id) === toId)?.name ?? '' });
            tellChanged();
          }}
          done={close}
          cancel={close}
        />
      ) : (
        <button type="button" class="quiet" onClick={() => setOpen(true)}>
          {w.open}
        </button>
      )}
      <p role="status" class="soft">
        {moved && (
          <Say
            text={moved.cases + moved.promises === 0 ? w.nothing : w.done}
            slots={{ who: moved.who, cases: moved.cases, promises: moved.promises }}
          />
        )}
      </p>
    </section>
  );
}
