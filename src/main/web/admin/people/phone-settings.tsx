import type { PhoneAccount } from '../wire-routing';
import { words } from '../words';
import { Qr } from './qr';
import { Secret } from './secret';

/** What to type into a SIP phone, or to show to its camera; once. */
export function PhoneSettings({ account, further = false }: { account: PhoneAccount; further?: boolean }) {
  const w = words.phone;
  return (
    <Secret
      title={w.title}
      once={w.once}
      further={further}
      rows={[
        [w.user, account.user],
        [w.password, account.password],
        [w.server, account.server],
        [w.port, String(account.port)],
        [w.transport, account.transport.toUpperCase()],
      ]}
    >
      {account.uri && (
        <figure class="qr-frame">
          <Qr text={account.uri} label={w.qr} />
          <figcaption class="soft">{w.qrText}</figcaption>
        </figure>
      )}
    </Secret>
  );
}
