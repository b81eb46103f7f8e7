import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono, type Context } from 'hono';
import { apiBase, createApi, type ApiParts } from './api/app.js';
import { createAccess, type AccessSettings } from './web/access/access.js';
import { createApp } from './web/app.js';

export interface ServerParts extends Omit<ApiParts, 'clientOf'> {
  /** Who may ask what; by default strangers may read, and the machine itself may write. */
  readonly access?: Omit<AccessSettings, 'clientOf'>;
}

/** The pages and the API over one ledger. */
export function createServer({ access: settings = { openToRead: true }, ...parts }: ServerParts): Hono {
  const server = new Hono();
  const access = createAccess(parts.ledger, { ...settings, clientOf });
  server.use(access.guard);
  server.route(apiBase, createApi({ ...parts, clientOf }));
  server.route('/', createApp(parts.ledger, { engine: parts.engine, access }));
  return server;
}

/** The address at the other end; where there is no connection (a test), one name for all. */
function clientOf(c: Context): string {
  const { incoming } = (c.env ?? {}) as { incoming?: unknown };
  return incoming === undefined ? 'one' : (getConnInfo(c).remote.address ?? 'unknown');
}
