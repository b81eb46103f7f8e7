/** Who asks, and what they may: the machine itself, an account, a token, or a stranger. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { verify } from '@node-rs/argon2';
import type { Context, MiddlewareHandler } from 'hono';
import ipaddr from 'ipaddr.js';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Ledger, Role } from '../../ledger/ledger.js';

/** Who asks. */
export interface Viewer {
  /** Account name; `local` for the machine itself, `token` for who bears the token. */
  readonly name: string;
  readonly role: Role;
}

export interface AccessSettings {
  /** Address at the other end of the connection. */
  readonly clientOf: (c: Context) => string;
  /** True: strangers may read. False: reading from elsewhere takes an account too. */
  readonly openToRead: boolean;
  /** Whoever bears it may write; left out where there is none. */
  readonly token?: string | undefined;
  /** Names, beside those of loopback, by which the server may be asked; all where it is left out. */
  readonly hosts?: readonly string[] | undefined;
  readonly now?: () => number;
}

/** What a server asks of its visitors. */
export interface Access {
  /** Finds who asks and turns away who may not; to stand before everything else. */
  readonly guard: MiddlewareHandler;
  /** @returns whether name and password fit; a session then begins. */
  readonly signIn: (c: Context, name: string, password: string) => Promise<'in' | 'refused' | 'too often'>;
  readonly signOut: (c: Context) => void;
  readonly clientOf: (c: Context) => string;
}

const cookie = 'onrecord';
const sessionSeconds = 12 * 3600;
const mostSessions = 10_000;
/** Sign-ins that may fail in ten minutes, for one address and for one name. */
const mostFailures = 10;

const loopback = /^(?:127(?:\.\d{1,3}){3}|::1|::ffff:127(?:\.\d{1,3}){3})$/u;
const loopbackHost = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/iu;
/** What a visitor may see before it is known who it is. */
const beforeSignIn = new Set(['/sign-in', '/style.css']);

const digest = (secret: string) => createHash('sha256').update(secret).digest();

/** Access to one ledger's server. Sessions are kept in memory: they end with the process. */
export function createAccess(ledger: Ledger, settings: AccessSettings): Access {
  const { clientOf, openToRead, token, hosts, now = Date.now } = settings;
  const sessions = new Map<string, { readonly viewer: Viewer; readonly until: number }>();
  const failures = new RateLimiterMemory({ points: mostFailures, duration: 600 });

  const keyOf = (c: Context) => digest(getCookie(c, cookie) ?? '').toString('hex');

  function viewerOf(c: Context): Viewer | null {
    const bearer = /^Bearer (.+)$/u.exec(c.req.header('authorization') ?? '')?.[1];
    if (bearer !== undefined && token !== undefined && timingSafeEqual(digest(bearer), digest(token)))
      return { name: 'token', role: 'editor' };
    const session = sessions.get(keyOf(c));
    if (session !== undefined && session.until > now()) return session.viewer;
    return isLocal(c, clientOf(c)) ? { name: 'local', role: 'editor' } : null;
  }

  return {
    clientOf,
    guard: async (c, next) => {
      const host = c.req.header('host') ?? '';
      // A page elsewhere can point a name of its own at this machine; such a name is not answered.
      if (hosts !== undefined && !loopbackHost.test(host) && !isNumeric(host) && !hosts.includes(nameOf(host)))
        return c.text('This server is not known by that name. Use the address it was started with.', 421);
      const viewer = viewerOf(c);
      c.set('viewer', viewer);
      if (viewer === null && !openToRead && !beforeSignIn.has(c.req.path))
        return c.req.path.startsWith('/api/') ? c.json({ title: 'Unauthorized', status: 401, detail: 'Send Authorization: Bearer <token>.' }, 401, { 'content-type': 'application/problem+json', 'www-authenticate': 'Bearer' }) : c.redirect('/sign-in', 303);
      return next();
    },
    signIn: async (c, name, password) => {
      const who = [`from ${clientOf(c)}`, `as ${name}`];
      const counts = await Promise.all(who.map((key) => failures.get(key)));
      if (counts.some((count) => (count?.consumedPoints ?? 0) >= mostFailures)) return 'too often';
      const account = (await ledger.accounts()).find((a) => a.name === name);
      // Without an account the work is the same, so that time does not tell which names exist.
      const fits = await verify(account?.passwordHash ?? nobody, password);
      if (account === undefined || !fits) {
        await Promise.all(who.map((key) => failures.consume(key).catch(() => undefined)));
        return 'refused';
      }
      if (sessions.size >= mostSessions) sessions.delete(sessions.keys().next().value!);
      const secret = randomBytes(32).toString('base64url');
      sessions.set(digest(secret).toString('hex'), { viewer: { name, role: account.role }, until: now() + sessionSeconds * 1000 });
      setCookie(c, cookie, secret, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: sessionSeconds, secure: new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https' });
      return 'in';
    },
    signOut: (c) => {
      sessions.delete(keyOf(c));
      deleteCookie(c, cookie, { path: '/' });
    },
  };
} // prettier-ignore

/** The hash of a password that was thrown away. */
const nobody =
  '$argon2id$v=19$m=19456,t=2,p=1$V4IoUiSLxRwcvGBHMwPLog$SA1oKvsXMr8z4/xGqqJWCEd286bIfsJgHsyHtkUq348';

/** `Example.org:8080` → `example.org`; `[::1]:80` → `::1`. */
function nameOf(host: string): string {
  return host
    .replace(/:\d+$/u, '')
    .replace(/^\[|\]$/gu, '')
    .toLowerCase();
}

/** An address in digits belongs to nobody's name server. */
function isNumeric(host: string): boolean {
  return ipaddr.isValid(nameOf(host));
}

/** The machine itself: a loopback connection, asked by a loopback name, that no proxy passed on. */
function isLocal(c: Context, client: string): boolean {
  const passedOn = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some(
    (name) => c.req.header(name) !== undefined,
  );
  return loopback.test(client) && loopbackHost.test(c.req.header('host') ?? '') && !passedOn;
}

/** Who asks; null for a stranger, or where no guard stands before. */
export function viewerOf(c: Context): Viewer | null {
  return (c.get('viewer') as Viewer | null | undefined) ?? null;
}
