import { createHash } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { Alert, AlertChannel, Ledger, StoredAttempt, StoredFiring } from '../ledger/ledger.js';
import type { Post } from '../read/fetch.js';
import { linkTo } from './feed.js';

/** Sends a mail; throws where it was not taken. */
export type Mail = (message: { readonly to: string; readonly subject: string; readonly text: string }) => Promise<void>; // prettier-ignore

export interface Senders {
  readonly post: Post;
  /** Null where no mail server is set. */
  readonly mail: Mail | null;
  /** Address of the pages, for links. */
  readonly base: string;
}

/** Minutes to wait after each failed attempt; after the last of them it is given up. */
const pauses = [1, 5, 30, 120, 300, 600];
const day = 86_400_000;
/** Things that one message tells of; a longer one is parted. */
const mostInMessage = 100;

/** What delivering did. */
export interface Delivered {
  readonly sent: number;
  readonly failed: readonly { readonly alert: string; readonly channel: AlertChannel; readonly reason: string }[];
} // prettier-ignore

/** A message that is due. */
export interface Due {
  readonly deliveryId: string;
  readonly firings: readonly StoredFiring[];
}

/**
 * The message that is due on a channel: what was tried and failed goes first, with the same content, until it is taken or
 * given up; then what nobody was told of. A digest waits until a day has gone since the last message.
 * @param attempts of this channel, oldest first.
 */
export function due(alert: Alert, firings: readonly StoredFiring[], attempts: readonly StoredAttempt[], now: Date): Due | null {
  const last = attempts.at(-1);
  const byKey = new Map(firings.map((firing) => [firing.key, firing]));
  if (last !== undefined && !last.delivered) {
    const tries = attempts.filter(({ deliveryId }) => deliveryId === last.deliveryId).length;
    const pause = pauses[tries - 1];
    if (pause !== undefined) {
      if (now.getTime() < new Date(last.attemptedAt).getTime() + pause * 60_000) return null;
      return { deliveryId: last.deliveryId, firings: last.keys.flatMap((key) => byKey.get(key) ?? []) };
    }
  }
  if (alert.digest && last !== undefined && now.getTime() < new Date(last.attemptedAt).getTime() + day) return null;
  const told = new Set(attempts.flatMap(({ keys }) => keys));
  const fresh = firings.filter(({ key }) => !told.has(key)).slice(-mostInMessage);
  if (fresh.length === 0) return null;
  const id = createHash('sha256').update(JSON.stringify([alert.id, fresh.map(({ key }) => key)])).digest('hex');
  return { deliveryId: `msg_${id.slice(0, 24)}`, firings: fresh };
} // prettier-ignore

/** Tells of what alerts found, by webhook and mail, and stores each attempt. One that fails does not stop the others. */
export async function deliverAlerts(ledger: Ledger, senders: Senders, now: Date): Promise<Delivered> {
  let sent = 0;
  const failed: Delivered['failed'][number][] = [];
  for (const alert of await ledger.alerts.active()) {
    const firings = await ledger.alerts.firings(alert.id, 1000);
    const all = await ledger.alerts.attempts(alert.id);
    for (const channel of channelsOf(alert, senders)) {
      const message = due(alert, firings, all.filter((attempt) => attempt.channel === channel), now); // prettier-ignore
      if (message === null) continue;
      const reason = await send(channel, alert, message, senders, now).then(
        () => null,
        (error: unknown) => (error instanceof Error ? error.message : String(error)).slice(0, 500),
      );
      const keys = message.firings.map(({ key }) => key);
      await ledger.alerts.attempt(alert.id, { channel, deliveryId: message.deliveryId, keys, delivered: reason === null, reason }); // prettier-ignore
      if (reason === null) sent++;
      else failed.push({ alert: alert.name, channel, reason });
    }
  }
  return { sent, failed };
}

function channelsOf({ webhook, email }: Alert, { mail }: Senders): AlertChannel[] {
  return [...(webhook === null ? [] : (['webhook'] as const)), ...(email === null || mail === null ? [] : (['email'] as const))]; // prettier-ignore
}

async function send(channel: AlertChannel, alert: Alert, message: Due, { post, mail, base }: Senders, now: Date): Promise<void> {
  if (channel === 'email') {
    const text = message.firings.map((firing) => `${firing.title}\n${firing.why}\n${linkTo(firing, base)}`).join('\n\n');
    await mail!({ to: alert.email!, subject: `${alert.name}: ${message.firings.length} new on record`.replace(/\s+/gu, ' '), text: `${text}\n` });
    return;
  }
  const body = JSON.stringify({
    type: 'alert.fired',
    timestamp: now.toISOString(),
    data: { alert: { id: alert.id, name: alert.name }, firings: message.firings.map((firing) => ({ ...firing, url: linkTo(firing, base) })) },
  });
  await post(alert.webhook!, body, {
    'content-type': 'application/json',
    'webhook-id': message.deliveryId,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': new Webhook(alert.secret!).sign(message.deliveryId, now, body),
  });
} // prettier-ignore
