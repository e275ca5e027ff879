import type { ComponentChildren } from 'preact';

/** A sentence whose slots are isolated, so that a name written right-to-left leaves the rest in order. */
export function Say({ text, slots }: { text: string; slots: Record<string, ComponentChildren> }) {
  return (
    <>
      {text.split(/(\{\w+\})/).map((part) => {
        const name = part.startsWith('{') ? part.slice(1, -1) : null;
        return name !== null && name in slots ? <bdi>{slots[name]}</bdi> : part;
      })}
    </>
  );
}
