import type { ComponentChildren } from 'preact';

type Props = { label: string; heads: string[]; children: ComponentChildren };

/** A list with columns. It may be wider than a small window: it then scrolls by itself, by keyboard too. */
export function Table({ label, heads, children }: Props) {
  return (
    <div class="sheet plain-sheet" tabIndex={0} role="region" aria-label={label}>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
