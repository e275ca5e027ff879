import { useState } from 'preact/hooks';
import { adminApi } from '../api';
import { Loaded, useAsked } from '../parts/loaded';
import type { Named, Site } from '../wire';
import { words } from '../words';
import { SiteForm } from './site-form';
import { Snippet } from './snippet';

/** The web pages whose "call me back" forms may post here. */
export function Sites() {
  const sites = useAsked(adminApi.sites, '');
  const doors = useAsked(adminApi.doors, '');
  const w = words.sites;
  return (
    <Loaded asked={doors}>
      {(numbers) =>
        numbers.length === 0 ? (
          <p class="card">{w.noDoor}</p>
        ) : (
          <>
            <Loaded asked={sites}>
              {(all) => (
                <ul class="stack">
                  {all.map((site) => (
                    <li key={site.id}>
                      <OneSite site={site} doors={numbers} changed={sites.again} />
                    </li>
                  ))}
                </ul>
              )}
            </Loaded>
            <section class="card stack noprint" aria-labelledby="add-site">
              <h2 id="add-site">{w.add}</h2>
              <SiteForm site={null} doors={numbers} changed={sites.again} />
            </section>
          </>
        )
      }
    </Loaded>
  );
}

type Props = { site: Site; doors: Named[]; changed: () => void };

function OneSite({ site, doors, changed }: Props) {
  const [shown, show] = useState<'nothing' | 'settings' | 'snippet'>('nothing');
  const w = words.sites;
  const key = (what: 'settings' | 'snippet', text: string) => (
    <button
      type="button"
      aria-expanded={shown === what}
      onClick={() => show(shown === what ? 'nothing' : what)}
    >
      {text}
    </button>
  );
  return (
    <section class="card stack" aria-label={site.name}>
      <div>
        <h2>
          <bdi>{site.name}</bdi> {!site.enabled && <span class="tag soft">{w.off}</span>}
        </h2>
        <p class="soft joined">
          {site.origins.map((origin) => (
            <bdi key={origin}>{origin}</bdi>
          ))}
        </p>
      </div>
      <div class="row">
        {key('snippet', w.show)}
        {key('settings', w.change)}
      </div>
      {shown === 'snippet' && <Snippet token={site.token} />}
      {shown === 'settings' && <SiteForm site={site} doors={doors} changed={changed} />}
    </section>
  );
}
