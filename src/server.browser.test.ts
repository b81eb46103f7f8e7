/** The pages in a real Chromium, where one is installed: reached by clicks, changed and changed back, held to axe-core. */
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseFeed } from 'feedsmith';
import { createEngine } from './attribute/create-engine.js';
import { openLedger, type Ledger } from './ledger/ledger.js';
import { makeRecord } from './pipeline.js';
import { createServer } from './server.js';
import { recordSchema } from './terms/record.js';
import { sliceAll } from './terms/span.js';

const chromiumPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path));
if (chromiumPath === undefined) console.warn('Browser tests are skipped: install chromium (apt-get install chromium).'); // prettier-ignore
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const evil = '"><svg onload=document.title="broken">';
const article = `Marek Toval, the leader of Ilmaria, said on Tuesday that Ilmaria would join the Northern Compact.

"Vostania recognises the so-called Republic of Ilmaria," President Irena Castellan said. ${evil}

Jonas Bredik denied that the bridge was closed.`;

const worked = new URL('../../shared/bench/ledger/gagloev-union-state/', import.meta.url);
const hasWorked = existsSync(worked);
if (!hasWorked) console.warn('The worked example is not pasted in: ../shared/bench is not here.');

describe.skipIf(chromiumPath === undefined)('pages in Chromium', () => {
  let ledger: Ledger;
  let folder: string;
  let server: ReturnType<typeof serve>;
  let browser: Browser;
  let page: Page;
  let home: string;
  const broken: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-browser-'));
    ledger = await openLedger(folder);
    const { fetch } = createServer({ ledger, engine: createEngine('rules'), access: { openToRead: true, hosts: [] } }); // prettier-ignore
    server = await new Promise<typeof server>((resolve) => {
      const started = serve({ fetch, port: 0, hostname: '127.0.0.1' }, () => {
        resolve(started);
      });
    });
    home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await chromium.launch({
      executablePath: chromiumPath!,
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    });
    // Pages must read without script; axe needs it, and gets a context of its own.
    page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    // A page that is left before it has come is given up by the browser, not broken.
    page.on('requestfailed', (request) => { if (request.failure()?.errorText !== 'net::ERR_ABORTED') broken.push(request.url()); }); // prettier-ignore
    page.on('request', (request) => { if (!request.url().startsWith(home) && !request.url().startsWith('data:')) broken.push(request.url()); }); // prettier-ignore
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    await new Promise((resolve) => server.close(resolve));
    await ledger.close();
    await rm(folder, { recursive: true });
  }, 60_000);

  const heading = () => page.locator('h1').innerText();

  it('takes a pasted article, shows what is found, and stores it when that is asked', async () => {
    await page.goto(home);
    await page.click('text=Add an article');
    await page.fill('textarea', article);
    await page.fill('[name=title]', `Toval speaks ${evil}`);
    await page.fill('[name=outlet]', evil);
    await page.fill('[name=published]', '2024-05-02');
    await page.click('text=Show what is found');
    expect(await page.locator('.notice').innerText()).toContain('Not stored yet');
    expect((await ledger.summary()).articles).toBe(0);
    await page.click('text=Store it');
    expect(await heading()).toContain('Toval speaks');
    expect((await ledger.summary()).articles).toBe(1);
    expect(await page.locator('.text mark.cue').first().innerText()).toBe('said');
  }, 240_000);

  it('corrects a speaker, keeps who and why, and undoes it', async () => {
    await page.click('.notes li:first-child a');
    await page.click('summary:has-text("Correct the speaker")');
    const form = page.locator('form:has(input[value=speaker])');
    await form.locator('[name=entity]').fill('Lena Toval');
    await form.locator('[name=author]').fill('Ada');
    await form.locator('[name=reason]').fill('a slip <b>of</b> the pen');
    await form.locator('button').click();
    expect(await page.locator('.said .who').innerText()).toBe('Lena Toval');
    const undo = page.locator('form[action$="/undo"]');
    await undo.locator('[name=author]').fill('Bo');
    await undo.locator('[name=reason]').fill('it was no slip');
    await undo.locator('button').click();
    expect(await page.locator('.said .who').innerText()).toBe('Marek Toval');
    await page.click('footer >> text=Corrections');
    expect(await page.locator('tbody tr').count()).toBe(2);
    expect(await page.locator('main').innerText()).toContain('a slip <b>of</b> the pen');
    await page.click('footer >> text=Audit log');
    expect(await page.locator('main').innerText()).toContain('correct');
  }, 240_000);

  it('refines a search and changes the day of what is known', async () => {
    await page.fill('[name=q]', 'bridge');
    await page.click('header >> button:has-text("Search")');
    expect(await page.locator('.statement').count()).toBe(1);
    expect(await page.locator('mark.hit').innerText()).toBe('bridge');
    await page.selectOption('[name=act]', 'threaten');
    await page.click('text=Filter');
    expect(await page.locator('.empty').innerText()).toContain('No statement fits');
    await page.goto(`${home}/positions`);
    await page.fill('[name=asOf]', '2024-05-01');
    await page.click('main >> button');
    expect(await page.locator('.empty').innerText()).toContain('Nothing on record fits');
  }, 240_000);

  it('shows who somebody is over all articles; renames, and undoes it', async () => {
    await page.click('header >> text=People and bodies');
    await page.click('text=Marek Toval');
    expect(await heading()).toBe('Marek Toval');
    expect(await page.locator('main').innerText()).toContain('leader of Ilmaria');
    await page.click('summary:has-text("Show it by another name")');
    const form = page.locator('form[action$="/rename"]');
    await form.locator('[name=name]').fill(`Marek ${evil}`);
    await form.locator('[name=author]').fill('Ada');
    await form.locator('[name=reason]').fill(evil);
    await form.locator('button').click();
    expect(await heading()).toBe(`Marek ${evil}`);
    const undo = page.locator('form[action$="/undo"]');
    await undo.locator('[name=author]').fill('Bo');
    await undo.locator('[name=reason]').fill('not so');
    await undo.locator('button').click();
    expect(await heading()).toBe('Marek Toval');
    expect(await page.locator('#decisions ~ ul li').count()).toBe(2);
  }, 240_000);

  it('merges two, splits a mention off again, and asks which of several is meant', async () => {
    const [toval, bredik] = [await ledger.findEntities('Marek Toval'), await ledger.findEntities('Jonas Bredik')];
    const decide = async (what: string, fields: Record<string, string>) => {
      await page.click(`details:has(form[action$="/${what}"]) > summary`);
      const form = page.locator(`form[action$="/${what}"]`);
      for (const [name, value] of Object.entries({ author: 'Ada', reason: 'a trial', ...fields })) await form.locator(`[name=${name}]`).fill(value);
      await form.locator('button').click();
    };
    await page.goto(`${home}/entities/${bredik[0]!}`);
    await decide('merge', { into: 'nobody of that name' });
    expect(await heading()).toContain('Nobody on record is called');
    await page.goto(`${home}/entities/${bredik[0]!}`);
    await decide('merge', { into: toval[0]! });
    expect(await heading()).toBe('Marek Toval');
    const toldAs = () => page.locator('.facet a[href="/speaker?name=Jonas+Bredik"]').count();
    expect(await toldAs()).toBe(1);
    await page.click('summary:has-text("Split mentions off")');
    await page.check('input[name=name][value="Jonas Bredik"]');
    await page.click('summary:has-text("Split mentions off")');
    await decide('split', {});
    expect(await toldAs()).toBe(0);
    await page.goto(`${home}/speaker?name=Jonas+Bredik`);
    expect(await heading()).toBe('Jonas Bredik');
  }, 240_000); // prettier-ignore

  it('tells what changed between versions, and what an alert found, by its feed', async () => {
    await page.goto(`${home}/search?q=bridge`);
    await page.click('text=Save as an alert');
    await page.fill('main [name=name]', evil);
    await page.check('[value="article-edited"]');
    await page.click('main button:has-text("Save")');
    const texts = ['opened', 'closed'].map((word) => `Ewa Holm, the mayor of Grodal, said that the bridge had ${word}.\n\nNobody else spoke.`);
    for (const text of texts) {
      const known = { url: 'https://courier.example/bridge', outlet: 'Courier', title: 'The bridge', authors: [], published: '2024-05-03', language: 'en', text };
      await ledger.store(await makeRecord(known, createEngine('rules')), { engine: 'test/1' });
    }
    await page.goto(`${home}/alerts`);
    await page.click('text=Look now');
    await page.click(`tbody a:has-text("svg")`);
    expect(await page.locator('main').innerText()).toContain('had closed');
    for (const format of ['rss', 'atom', 'json'] as const) {
      const feed = await page.request.get(`${home}${(await page.locator(`a[href$="feed.${format}"]`).getAttribute('href'))!}`);
      const parsed = parseFeed(await feed.text());
      expect(parsed.format).toBe(format);
      expect(JSON.stringify(parsed.feed)).toContain('Gone: ');
    }
    await page.click('.statement:has-text("article-edited") a');
    expect(await heading()).toBe('The bridge');
    expect([await page.locator('.change .words del').innerText(), await page.locator('.change .words ins').innerText()]).toEqual(['opened', 'closed']);
  }, 240_000); // prettier-ignore

  it('shows nothing of what was not on record yet', async () => {
    await page.click('header >> text=Articles');
    await page.fill('[name=asKnown]', '2024-01-01');
    await page.click('main >> button');
    expect(await page.locator('.notice').innerText()).toContain(
      'As it was on record at the end of 2024-01-01',
    );
    expect(await page.locator('.empty').innerText()).toContain('No article had been read');
    await page.click('text=As it is now');
    expect(await page.locator('tbody tr').count()).toBe((await ledger.summary()).articles);
  }, 240_000);

  it('takes a statement out of its utterance by hand, puts it together with another, and takes that back', async () => {
    const [first, second] = (await ledger.statements({ words: 'bridge', limit: 2 })).rows;
    const reports = async () => (await ledger.utterance(first!.id))!.reports.length;
    const decide = async (title: string, fields: Record<string, string>) => {
      await page.goto(`${home}/statements/${first!.id}`);
      await page.click(`summary:has-text("${title}")`);
      const form = page.locator(`details:has(summary:has-text("${title}")) form`);
      for (const [name, value] of Object.entries({ author: 'Ada', reason: 'a trial', ...fields })) await form.locator(`[name=${name}]`).fill(value);
      await form.locator('button').click();
    };
    const before = await reports();
    await decide('Another statement reports the same', { other: `${home}/statements/${second!.id}` });
    expect(await reports()).toBe(before + 1);
    await decide('Take back the last decision', {});
    expect(await reports()).toBe(before);
    await decide('Another statement reports the same', { other: '../../etc/passwd' });
    expect(await heading()).toBe('Nothing was decided.');
  }, 240_000); // prettier-ignore

  it.skipIf(!hasWorked)(
    'finds in the worked example, pasted in, what its record tells',
    async () => {
      const expected = recordSchema.parse(JSON.parse(readFileSync(new URL('expected.json', worked), 'utf8')));
      await page.goto(`${home}/add`);
      await page.fill('textarea', readFileSync(new URL('input.txt', worked), 'utf8'));
      await page.click('text=Show what is found');
      const shown = await page.locator('main table').innerText();
      for (const { content } of expected.statements) expect(shown).toContain(sliceAll(expected.article.text, content).slice(0, 40)); // prettier-ignore
      await page.click('text=Store it');
      expect(await page.locator('.notes >> text=Alan Gagloev').count()).toBeGreaterThan(0);
    },
    240_000,
  );

  it('executes and leaks nothing, whatever stands in a field or an address', async () => {
    const careless = await (await browser.newContext()).newPage();
    const dialogs: string[] = [];
    careless.on('dialog', (dialog) => { dialogs.push(dialog.message()); void dialog.dismiss(); }); // prettier-ignore
    const hostile = [evil, `<script>document.title='broken'</script>`, 'javascript:document.title="broken"', '../../../../../../etc/passwd', `'; drop table statement; --`, '\u0000\ud800%00']; // prettier-ignore
    const pages = ['/search', '/articles', '/entities', '/positions', '/positions/changes', '/recognition', '/naming', '/speaker', '/alerts']; // prettier-ignore
    const fields = ['q', 'name', 'on', 'speaker', 'outlet', 'entity', 'about', 'holder', 'kind', 'act', 'from', 'to', 'asOf', 'asKnown', 'sort', 'cursor', 'type', 'words']; // prettier-ignore
    for (const text of hostile) {
      const query = new URLSearchParams(Object.fromEntries(fields.map((field) => [field, text]))).toString();
      const segment = encodeURIComponent(text.replace(/\p{Surrogate}/gu, ''));
      for (const path of [...pages.map((one) => `${one}?${query}`), `/articles/${segment}`, `/articles/${segment}/versions`, `/statements/${segment}`, `/entities/${segment}`, `/alerts/${segment}`, `/style.css/${segment}`]) {
        const response = await careless.goto(`${home}${path}`);
        expect([path, response!.status() < 500]).toEqual([path, true]);
        expect(await response!.text()).not.toMatch(/root:|<svg onload|<script/u);
        expect(await careless.title()).not.toBe('broken');
      }
    }
    for (const address of ['file:///etc/passwd', 'javascript:alert(1)', `${home}/health`, 'http://169.254.169.254/', '../../etc/passwd']) {
      const response = await careless.request.post(`${home}/add`, { multipart: { text: '', address }, headers: { origin: home } });
      expect(response.status()).toBe(422);
      expect(await response.text()).not.toMatch(/root:|Health of the ledger/u);
    }
    expect(dialogs).toEqual([]);
    expect((await ledger.summary()).statements).toBeGreaterThan(0);
  }, 400_000); // prettier-ignore

  it('reaches every page by clicks, within 100 KB, with no violation of axe-core and nothing executed', async () => {
    const auditing = await (await browser.newContext({ bypassCSP: true })).newPage();
    const seen = new Set<string>();
    const next = ['/'];
    for (let path = next.shift(); path !== undefined && seen.size < 40; path = next.shift()) {
      const kind = path.replace(/[0-9a-f]{16}/u, 'ID').replace(/\?.*/u, '');
      if (seen.has(kind)) continue;
      seen.add(kind);
      const response = await auditing.goto(`${home}${path}`);
      expect([path, response!.status()]).toEqual([path, 200]);
      expect((await response!.body()).length).toBeLessThan(100_000);
      expect(await auditing.title()).not.toBe('broken');
      await auditing.evaluate(axe);
      const { violations } = await auditing.evaluate<{ violations: { id: string }[] }>('axe.run()');
      expect([path, violations.map(({ id }) => id)]).toEqual([path, []]);
      const links = await auditing.locator('a[href^="/"]').evaluateAll((all) => all.map((a) => (a as unknown as { getAttribute(name: string): string }).getAttribute('href'))); // prettier-ignore
      next.push(...links.filter((link) => !link.startsWith('/api/')).map((link) => link.replace(/#.*/u, '')));
    }
    expect([...seen].sort()).toEqual(
      expect.arrayContaining(['/', '/add', '/alerts', '/alerts/ID', '/articles', '/articles/ID', '/articles/ID/versions', '/audit', '/corrections', '/entities', '/entities/ID', '/health', '/naming', '/outlets', '/positions', '/positions/changes', '/recognition', '/search', '/speaker', '/speakers', '/statements/ID']), // prettier-ignore
    );
    expect(broken).toEqual([]);
  }, 400_000);
});
