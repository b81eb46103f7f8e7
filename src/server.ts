import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono, type Context } from 'hono';
import { apiBase, createApi, type ApiParts } from './api/app.js';
import { createApp } from './web/app.js';

/** The pages and the API over one ledger. */
export function createServer(parts: Omit<ApiParts, 'clientOf'>): Hono {
  const server = new Hono();
  server.route(apiBase, createApi({ ...parts, clientOf }));
  server.route('/', createApp(parts.ledger));
  return server;
}

/** The address at the other end; where there is no connection (a test), one name for all. */
function clientOf(c: Context): string {
  const { incoming } = (c.env ?? {}) as { incoming?: unknown };
  return incoming === undefined ? 'one' : (getConnInfo(c).remote.address ?? 'unknown');
}
