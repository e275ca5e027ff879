import { ArrowLeftRight, type IconNode, KeyRound, LayoutDashboard, Menu } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Brand } from '../desk/top-bar';
import type { Me } from '../wire';
import { Guide } from './guide/guide';
import { useGuide } from './guide/use-guide';
import { Icon } from './parts/icon';
import { usePlace } from './place';
import { first, groups, sections } from './sections';
import { words } from './words';

const pages: [string, IconNode, keyof typeof words.page][] = [
  ['/board', LayoutDashboard, 'board'],
  ['/import', ArrowLeftRight, 'import'],
  ['/account', KeyRound, 'account'],
];

/** One page, one way around it: the sections by their names at the side, the one that is open beside them. */
export function Shell({ me, signOut }: { me: Me; signOut: () => void }) {
  const place = usePlace();
  const known = sections.find((one) => one.name === place.section);
  const section = known ?? first;
  const [open, setOpen] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const came = useRef(false);
  const w = words.section[section.name];
  const here = place.id ? `${place.section}/${place.id}` : place.section;
  const led = useGuide(here);

  useEffect(() => {
    document.title = `${w.title} · ${words.title} · Décroché`;
    setOpen(false);
    // The first time the reader begins at the top; afterwards where they asked to go.
    if (came.current) title.current?.focus();
    came.current = true;
  }, [section.name, place.id]);

  return (
    <>
      <a
        class="skip"
        href="#content"
        onClick={(event) => {
          event.preventDefault();
          title.current?.focus();
        }}
      >
        {words.skip}
      </a>
      <header class="bar">
        <div class="wide">
          <div class="home">
            <Brand />
            <span class="soft">{words.title}</span>
          </div>
          <a href="/">{words.toDesk}</a>
          <div class="me">
            <bdi class="soft name">{me.name}</bdi>
            <button type="button" onClick={signOut}>
              {words.signOut}
            </button>
          </div>
        </div>
      </header>
      <div class="wide admin">
        <nav aria-label={words.title} class={open ? 'open' : ''}>
          <button type="button" class="menu" aria-expanded={open} onClick={() => setOpen(!open)}>
            <Icon of={Menu} /> {w.title}
          </button>
          <div class="groups">
            {groups.map((group) => (
              <div key={group.name} role="group" aria-labelledby={`nav-${group.name}`}>
                <h2 id={`nav-${group.name}`}>{words.group[group.name]}</h2>
                <ul>
                  {group.sections.map((one) => (
                    <li key={one.name}>
                      <a href={`#${one.name}`} aria-current={one === section ? 'page' : undefined}>
                        <Icon of={one.icon} /> {words.section[one.name].title}
                      </a>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
            <div role="group" aria-labelledby="nav-elsewhere">
              <h2 id="nav-elsewhere">{words.elsewhere}</h2>
              <ul>
                {pages.map(([href, icon, name]) => (
                  <li key={href}>
                    <a href={href}>
                      <Icon of={icon} /> {words.page[name]}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          </div>
        </nav>
        <div class="led">
          {led && <Guide led={led} here={`#${here}`} />}
          {/* Not before it is known whether the guide stands above it: nothing jumps. */}
          {led && (
            <main>
              <h1 id="content" ref={title} tabIndex={-1}>
                {w.title}
              </h1>
              <p class="soft lead">{w.lead}</p>
              <section.Content key={section.name} place={known ? place : { ...place, id: null }} />
            </main>
          )}
        </div>
      </div>
    </>
  );
}
