import { expect, it } from 'vitest';
import { RefusedAddressError, type Get, type WebAnswer } from './fetch.js';
import { InputError } from './files.js';
import { createPoliteGet, RobotsError } from './polite.js';

/** A network of plain answers, and a clock that only sleeping moves. */
function network(answers: Readonly<Record<string, (asked: number) => Partial<WebAnswer> | Error>>) {
  let time = 0;
  const asked: { url: string; at: number }[] = [];
  const get: Get = async ({ url }, beforeHop) => {
    await beforeHop?.(new URL(url));
    const times = asked.filter((one) => one.url === url).length;
    asked.push({ url, at: time });
    const answer = answers[url]?.(times) ?? { status: 404 };
    if (answer instanceof Error) throw answer;
    if (answer.headers?.['location'] !== undefined)
      return get({ url: answer.headers['location'] }, beforeHop);
    return { url, status: 200, bytes: Buffer.from(''), headers: {}, ...answer };
  };
  const clock = { now: () => time, sleep: (ms: number) => { time += ms; return Promise.resolve(); } }; // prettier-ignore
  return { get: createPoliteGet(get, clock), asked };
}

const robots = (text: string) => () => ({ bytes: Buffer.from(text) });

it('keeps to robots.txt, which it asks for once', async () => {
  const { get, asked } = network({
    'https://a.example/robots.txt': robots(
      'User-agent: *\nDisallow: /closed\n\nUser-agent: other\nDisallow: /',
    ),
    'https://a.example/open': () => ({ status: 200 }),
    'https://a.example/open2': () => ({ status: 200 }),
  });
  expect((await get({ url: 'https://a.example/open' })).status).toBe(200);
  expect((await get({ url: 'https://a.example/open2' })).status).toBe(200);
  await expect(get({ url: 'https://a.example/closed/1' })).rejects.toThrow(RobotsError);
  expect(asked.map(({ url }) => url)).toEqual(['https://a.example/robots.txt', 'https://a.example/open', 'https://a.example/open2']); // prettier-ignore
});

it('keeps to the rules of a site that it is redirected to', async () => {
  const { get } = network({
    'https://a.example/': () => ({ headers: { location: 'https://b.example/closed' } }),
    'https://b.example/robots.txt': robots('User-agent: onrecord\nDisallow: /closed'),
  });
  await expect(get({ url: 'https://a.example/' })).rejects.toThrow(RobotsError);
});

it('waits a second between requests to a host, or as long as it asks, and not between hosts', async () => {
  const { get, asked } = network({
    'https://slow.example/robots.txt': robots('User-agent: *\nCrawl-delay: 10'),
  });
  const at = () => asked.at(-1)!.at;
  await get({ url: 'https://a.example/1' });
  const first = at();
  await get({ url: 'https://a.example/2' });
  expect(at() - first).toBe(1000);
  await get({ url: 'https://slow.example/1' });
  const before = at();
  await get({ url: 'https://slow.example/2' });
  expect(at() - before).toBe(10_000);
});

it('takes a server in trouble for closed, and looks again later', async () => {
  const { get } = network({
    'https://a.example/robots.txt': (asked) => ({ status: asked === 0 ? 503 : 404 }),
    'https://a.example/1': () => ({ status: 200 }),
  });
  await expect(get({ url: 'https://a.example/1' })).rejects.toThrow(RobotsError);
  for (let i = 0; i < 70; i++) await get({ url: `https://b${i}.example/` }).then(() => get({ url: `https://b${i}.example/` })); // prettier-ignore
  expect((await get({ url: 'https://a.example/1' })).status).toBe(200);
});

it('tries a busy server again, later each time or when it says, and gives up', async () => {
  const { get, asked } = network({
    'https://a.example/busy': (times) => ({ status: times < 2 ? 503 : 200 }),
    'https://a.example/asks': (times) => ({
      status: times < 1 ? 429 : 200,
      headers: { 'retry-after': '20' },
    }),
    'https://a.example/dead': () =>
      new InputError('x', 'it could not be fetched.', { cause: new Error('reset') }),
    'https://a.example/long': () => ({ status: 503, headers: { 'retry-after': '86400' } }),
  });
  const times = (url: string) => asked.filter((one) => one.url === url).map(({ at }) => at);
  expect((await get({ url: 'https://a.example/busy' })).status).toBe(200);
  const [first, second, third] = times('https://a.example/busy');
  expect(third! - second!).toBeGreaterThan(second! - first!);
  expect((await get({ url: 'https://a.example/asks' })).status).toBe(200);
  const [asking, told] = times('https://a.example/asks');
  expect(told! - asking!).toBe(20_000);
  await expect(get({ url: 'https://a.example/dead' })).rejects.toThrow(/could not be fetched/);
  expect(times('https://a.example/dead')).toHaveLength(3);
  expect((await get({ url: 'https://a.example/long' })).status).toBe(503);
  expect(times('https://a.example/long')).toHaveLength(1);
});

it('does not try again what was refused', async () => {
  const { get, asked } = network({
    'https://a.example/robots.txt': () =>
      new RefusedAddressError('https://a.example/robots.txt', 'it is not public.'),
  });
  await expect(get({ url: 'https://a.example/1' })).rejects.toThrow(/a\.example\/1: it is not public/);
  expect(asked).toHaveLength(1);
});
