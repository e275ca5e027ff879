import type { ComponentChildren } from 'preact';
import type { WantedOut } from '../wire-out';
import { words } from '../words';
import { useCallOut } from './use-call-out';

type Props = {
  wanted: WantedOut;
  /** What a screen reader says when the shown words do not tell whom. */
  label: string;
  shortcut?: string | undefined;
  /** Their phone is being called. */
  called?: () => void;
  children: ComponentChildren;
};

/** Calls one known number. Why nobody is called stands beside it. */
export function CallKey({ wanted, label, shortcut, called, children }: Props) {
  const [asking, refused, call] = useCallOut();
  return (
    <>
      <button
        type="button"
        class="call-key"
        aria-label={label}
        aria-disabled={asking}
        {...(shortcut ? { 'aria-keyshortcuts': shortcut } : {})}
        onClick={async () => {
          if (await call(wanted)) called?.();
        }}
      >
        {asking ? words.out.asking : children} {shortcut && <kbd>{shortcut}</kbd>}
      </button>
      {refused && (
        <span class="late" role="alert">
          {refused}
        </span>
      )}
    </>
  );
}
