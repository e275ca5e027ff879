import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

type Props = {
  title: string;
  once: string;
  rows: [string, string][];
  /** Whether another one above has the cursor. */
  further?: boolean;
  children?: ComponentChildren;
};

/** What is shown once and never again. The cursor comes here, since it is what matters now. */
export function Secret({ title, once, rows, further = false, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!further) heading.current?.focus();
  }, []);
  return (
    <section class="card stack secret" aria-label={title}>
      <div>
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <p class="soft">{once}</p>
      </div>
      <div class="secret-body">
        <dl class="said-once">
          {rows.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <code>{value}</code>
              </dd>
            </div>
          ))}
        </dl>
        {children}
      </div>
    </section>
  );
}
