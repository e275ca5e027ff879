import { Copy } from 'lucide';
import { useState } from 'preact/hooks';
import { language } from '../../words';
import { Icon } from '../parts/icon';
import { words } from '../words';
import { snippet } from './snippet-text';

/** What to paste into the web page. */
export function Snippet({ token }: { token: string }) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no');
  const w = words.sites;
  const text = snippet(location.origin, token, language, w.snippet);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied('yes'),
      () => setCopied('refused'),
    );
  return (
    <div class="stack">
      <p class="soft">{w.paste}</p>
      <pre class="snippet" tabIndex={0} role="region" aria-label={w.show}>
        <code>{text}</code>
      </pre>
      <div class="row">
        <button type="button" onClick={() => void copy()}>
          <Icon of={Copy} /> {w.copy}
        </button>
        <p class="soft" role="status">
          {copied === 'yes' && w.copied}
          {copied === 'refused' && w.copyYourself}
        </p>
      </div>
    </div>
  );
}
