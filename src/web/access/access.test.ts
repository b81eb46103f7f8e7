import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../attribute/create-engine.js';
import { openLedger, type Ledger } from '../../ledger/ledger.js';
import { createApp } from '../app.js';
import { createAccess, type AccessSettings } from './access.js';
import { hashPassword } from './passwords.js';

let ledger: Ledger;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-access-'));
  ledger = await openLedger(folder);
  await ledger.setAccount('ada', 'editor', await hashPassword('correct horse'));
  await ledger.setAccount('rob', 'reader', await hashPassword('battery staple'));
  await ledger.setAccount('gone', 'editor', await hashPassword('correct horse'));
  await ledger.setAccount('gone', null, null);
});
afterAll(async () => {
  await ledger.close();
  await rm(folder, { recursive: true });
});

const local = '127.0.0.1';
const far = '203.0.113.9';
const site = 'http://ledger.example';

function server(client: string, settings: Partial<AccessSettings> = {}): Hono {
  const access = createAccess(ledger, { clientOf: () => client, openToRead: true, ...settings });
  const app = new Hono();
  app.use(access.guard);
  app.route('/', createApp(ledger, { engine: createEngine('rules'), access }));
  return app;
}

const form = (fields: Record<string, string>, headers: Record<string, string> = {}) => ({
  method: 'POST',
  body: new URLSearchParams(fields).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded', origin: site, host: 'ledger.example', ...headers },
}); // prettier-ignore

async function signIn(app: Hono, name: string, password: string): Promise<string> {
  const response = await app.request(`${site}/sign-in`, form({ name, password }));
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

describe('access', () => {
  it('lets the machine itself write, and nobody who comes another way', async () => {
    const host = { host: 'localhost:4173' };
    const status = async (client: string, headers: Record<string, string>) =>
      (await server(client).request('http://localhost:4173/add', { headers })).status;
    expect(await status(local, host)).toBe(200);
    expect(await status('::1', host)).toBe(200);
    expect(await status(far, host)).toBe(403);
    expect(await status(local, { ...host, 'x-forwarded-for': local })).toBe(403);
    expect(await status(local, { host: 'evil.example' })).toBe(403);
  });

  it('answers no name but its own', async () => {
    const app = server(local, { hosts: ['ledger.example'] });
    const status = async (host: string) => (await app.request('http://x/', { headers: { host } })).status;
    expect(await status('ledger.example:80')).toBe(200);
    expect(await status('[::1]:4173')).toBe(200);
    expect(await status('192.168.1.5:4173')).toBe(200);
    expect(await status('rebound.example')).toBe(421);
  });

  it('asks strangers to sign in where reading is closed', async () => {
    const app = server(far, { openToRead: false });
    const closed = await app.request(`${site}/search`);
    expect([closed.status, closed.headers.get('location')]).toEqual([303, '/sign-in']);
    expect((await app.request(`${site}/sign-in`)).status).toBe(200);
    const cookie = await signIn(app, 'rob', 'battery staple');
    expect((await app.request(`${site}/search`, { headers: { cookie } })).status).toBe(200);
  });

  it('signs in an editor, refuses what does not fit, and ends the session', async () => {
    const app = server(far);
    const response = await app.request(`${site}/sign-in`, form({ name: 'ada', password: 'correct horse' }));
    expect(response.status).toBe(303);
    expect(response.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/u);
    const cookie = response.headers.get('set-cookie')!.split(';')[0]!;
    const add = async (c: string) => (await app.request(`${site}/add`, { headers: { cookie: c } })).status;
    expect(await add(cookie)).toBe(200);
    expect(await add(await signIn(app, 'rob', 'battery staple'))).toBe(403);
    expect(await signIn(app, 'ada', 'wrong')).toBe('');
    expect(await signIn(app, 'gone', 'correct horse')).toBe('');
    expect(await signIn(app, 'nobody', 'x')).toBe('');
    await app.request(`${site}/sign-out`, form({}, { cookie }));
    expect(await add(cookie)).toBe(403);
    const log = await ledger.auditLog();
    expect(log).toContainEqual(expect.objectContaining({ who: 'ada', client: far, action: 'sign out' }));
    expect(log).toContainEqual(expect.objectContaining({ action: 'sign in refused', detail: 'gone' }));
  });

  it('ends a session after its hours, and stops guessing', async () => {
    let now = 0;
    const app = server(far, { now: () => now });
    const cookie = await signIn(app, 'ada', 'correct horse');
    now = 13 * 3600 * 1000;
    expect((await app.request(`${site}/add`, { headers: { cookie } })).status).toBe(403);
    for (let i = 0; i < 10; i++) await signIn(app, 'ada', `guess ${i}`);
    const after = await app.request(`${site}/sign-in`, form({ name: 'ada', password: 'correct horse' }));
    expect(after.status).toBe(429);
  });

  it('takes the token, and no other', async () => {
    const app = server(far, { token: 'secret-token' });
    const add = async (authorization: string) =>
      (await app.request(`${site}/add`, { headers: { authorization } })).status;
    expect(await add('Bearer secret-token')).toBe(200);
    expect(await add('Bearer secret-tokem')).toBe(403);
    expect(await add('Bearer ')).toBe(403);
  });

  it('refuses a form that another site sends, and one that is too large', async () => {
    const app = server(local);
    const sent = async (origin: string, fields: Record<string, string>) =>
      (await app.request('http://localhost/corrections/x/undo', form(fields, { origin, host: 'localhost' }))).status;
    expect(await sent('http://evil.example', { reason: 'x' })).toBe(403);
    expect(await sent('http://localhost', { reason: 'x' })).toBe(404);
    expect(await sent('http://localhost', { reason: 'x'.repeat(70_000) })).toBe(413);
  }); // prettier-ignore
});
