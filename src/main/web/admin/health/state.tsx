/** How something is, in a word that says it without its colour too. */
export function State({ is, children }: { is: 'well' | 'ill' | 'unknown'; children: string }) {
  const look = { well: 'ready', ill: 'late', unknown: 'soft' }[is];
  return (
    <span class={`tag ${look}`}>
      <i class="dot" aria-hidden="true" />
      {children}
    </span>
  );
}
