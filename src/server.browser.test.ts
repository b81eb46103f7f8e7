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
import { createEngine } from './attribute/create-engine.js';
import { openLedger, type Ledger } from './ledger/ledger.js';
import { createServer } from './server.js';

const chromiumPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path));
if (chromiumPath === undefined) console.warn('Browser tests are skipped: install chromium (apt-get install chromium).'); // prettier-ignore
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const evil = '"><svg onload=document.title="broken">';
const article = `Marek Toval, the leader of Ilmaria, said on Tuesday that Ilmaria would join the Northern Compact.

"Vostania recognises the so-called Republic of Ilmaria," President Irena Castellan said. ${evil}

Jonas Bredik denied that the bridge was closed.`;

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
    page.on('requestfailed', (request) => broken.push(request.url()));
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
      expect.arrayContaining(['/', '/add', '/articles', '/articles/ID', '/audit', '/corrections', '/health', '/naming', '/outlets', '/positions', '/recognition', '/search', '/speaker', '/speakers', '/statements/ID']), // prettier-ignore
    );
    expect(broken).toEqual([]);
  }, 400_000);
});
