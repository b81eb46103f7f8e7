import { lookup } from 'node:dns';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createGet, fetchPage, RefusedAddressError } from './fetch.js';
import { InputError } from './files.js';

/** `changing.example` is a public address when asked first, and this machine from then on. */
vi.mock('node:dns', async (original) => {
  const dns = await original<{ lookup: typeof lookup }>();
  let asked = 0;
  const changing = (name: string, options: object, done: (error: null, found: object[]) => void): void => {
    if (name === 'changing.example')
      done(null, [{ address: asked++ === 0 ? '93.184.216.34' : '127.0.0.1', family: 4 }]);
    else dns.lookup(name, { ...options, all: true }, done as never);
  };
  return { ...dns, lookup: changing };
});

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const local = createGet({ isAllowed: () => true, timeout: 1500 });

const bomb = gzipSync(Buffer.alloc(64 * 2 ** 20));

describe('asking a server', () => {
  it('gives status, body, headers and the last address, and says who asks', async () => {
    let agent: string | undefined;
    const site = await serve((request, response) => {
      agent = request.headers['user-agent'];
      if (request.url === '/old') response.writeHead(302, { location: '/new' }).end();
      else response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip', etag: '"1"' }).end(gzipSync('<p>New.</p>')); // prettier-ignore
    });
    const get = createGet({ isAllowed: () => true, contact: 'desk@courier.example\r\nx: y' });
    const answer = await get({ url: `${site}/old` });
    expect(answer).toMatchObject({ status: 200, url: `${site}/new`, headers: { etag: '"1"' } });
    expect(Buffer.from(answer.bytes).toString()).toBe('<p>New.</p>');
    expect(agent).toBe('onrecord/0.1 (statement ledger for news; desk@courier.examplex:y)');
  });

  it('asks with what is had already, and takes "not modified" for an answer', async () => {
    const site = await serve((request, response) => {
      const same = request.headers['if-none-match'] === '"1"' && request.headers['if-modified-since'] !== undefined; // prettier-ignore
      response.writeHead(same ? 304 : 200).end();
    });
    const asked = { url: site, etag: '"1"', lastModified: 'Thu, 02 May 2024 10:00:00 GMT' };
    expect((await local(asked)).status).toBe(304);
    await expect(fetchPage(site, () => local(asked))).rejects.toThrow(/answered 304/);
  });

  it.each<[string, RequestListener, RegExp]>([
    ['redirects without end', (_, response) => response.writeHead(302, { location: '/' }).end(), /more than 5 times/],
    ['a body that unfolds beyond the limit', (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb), /over 1\.0 MB/],
    ['a server that never answers', () => undefined, /could not be fetched/],
    ['a server that sends its head letter by letter', (_, response) => { const timer = setInterval(() => response.socket?.write('x'), 50); response.socket?.write('HTTP/1.1 200 OK\r\nX-Long: '); response.on('close', () => { clearInterval(timer); }); }, /could not be fetched/],
    ['a server that sends its body letter by letter', (_, response) => { response.writeHead(200); const timer = setInterval(() => response.write('x'), 50); response.on('close', () => { clearInterval(timer); }); }, /could not be fetched/],
    ['a redirect to another scheme', (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(), /file: is not read/],
    ['a redirect to no address', (_, response) => response.writeHead(302, { location: 'http://[' }).end(), /no web address/],
  ])('ends on %s', async (_, answer, message) => {
    const site = await serve(answer);
    await expect(local({ url: site, maxBytes: 2 ** 20 })).rejects.toThrow(message);
  }); // prettier-ignore

  it('refuses what is not public: as given, by name, and by redirect', async () => {
    let asked = 0;
    const site = await serve((_, response) => {
      asked++;
      response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end();
    });
    await expect(createGet()({ url: site })).rejects.toThrow(RefusedAddressError);
    await expect(createGet()({ url: site.replace('127.0.0.1', 'localhost') })).rejects.toThrow(RefusedAddressError); // prettier-ignore
    expect(asked).toBe(0);
    const butThis = createGet({ isAllowed: (address) => address === '127.0.0.1' });
    await expect(butThis({ url: site })).rejects.toThrow(/169\.254\.169\.254 is not a public address/);
  });

  it('checks a name in the moment of connecting, so that one that changes in between is refused', async () => {
    let asked = 0;
    const site = await serve((_, response) => {
      asked++;
      response.end('<p>Inside.</p>');
    });
    const named = site.replace('127.0.0.1', 'changing.example');
    // The first look, as a checker before the request would take it, finds a public address.
    expect(await new Promise((resolve) => { lookup('changing.example', { all: true }, (_, found) => { resolve(found); }); })).toEqual([{ address: '93.184.216.34', family: 4 }]); // prettier-ignore
    await expect(createGet()({ url: named })).rejects.toThrow(RefusedAddressError);
    expect(asked).toBe(0);
  });

  it('says what is no page', async () => {
    const site = await serve((request, response) => {
      response.writeHead(request.url === '/absent' ? 404 : 200, { 'content-type': 'image/png' }).end();
    });
    await expect(fetchPage(`${site}/absent`, local)).rejects.toThrow(/answered 404/);
    await expect(fetchPage(site, local)).rejects.toThrow(InputError);
    await expect(fetchPage(site, local)).rejects.toThrow(/image\/png, not a page/);
  });
});
