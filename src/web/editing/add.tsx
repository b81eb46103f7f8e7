import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import pLimit from 'p-limit';
import { z } from 'zod';
import type { AttributionEngine } from '../../attribute/engine.js';
import type { Ledger, Provenance } from '../../ledger/ledger.js';
import { makeRecord } from '../../pipeline.js';
import { fetchPage } from '../../read/fetch.js';
import { readPage, readText, type Reading } from '../../read/index.js';
import { OnrecordError } from '../../terms/error.js';
import type { LedgerRecord } from '../../terms/record.js';
import { viewerOf, type Access } from '../access/access.js';
import { auditor, editorsOnly } from '../access/routes.js';
import { refused, show } from '../parts/show.js';
import { AddPage, DraftPage } from './add-pages.js';

/** Drafts that wait to be stored; the oldest goes first. */
const mostDrafts = 20;
/** A draft that nobody stored is forgotten after so many milliseconds. */
const draftLife = 30 * 60 * 1000;
/** Characters of clean text: forty times a long article. More would hold the server up for minutes. */
const maxTextLength = 200_000;

interface Draft {
  readonly record: LedgerRecord;
  readonly page: NonNullable<Provenance['page']>;
  readonly owner: string;
  readonly until: number;
}

const given = z.string().trim().max(300).transform((s) => s || undefined).optional(); // prettier-ignore
const addForm = z.object({
  text: z.string().max(1_000_000).optional(),
  address: given,
  file: z.instanceof(File).optional(),
  title: given,
  outlet: given,
  published: z.iso.date().optional().catch(undefined),
});
type AddForm = z.infer<typeof addForm>;

/** Adding an article: paste, address or upload; what is found is shown, and stored when that is asked. */
export function addRoutes(ledger: Ledger, engine: AttributionEngine, access: Access): Hono {
  const app = new Hono();
  const log = auditor(ledger, access);
  const drafts = new Map<string, Draft>();
  const turn = pLimit(1);
  app.use('/add/*', editorsOnly);
  app.use('/add', editorsOnly);
  app.get('/add', (c) => show(c, <AddPage />));
  app.post('/add', async (c) => {
    const form = addForm.safeParse(await c.req.parseBody());
    if (!form.success) return show(c, <AddPage wrong="A field does not fit. Shorten it." />, 422);
    try {
      const { reading, page } = await readForm(form.data);
      const { article } = reading;
      if (article === null) return show(c, <AddPage wrong={`No article was found in it: ${reading.trail.at(-1)?.reason ?? 'it is empty'}.`} />, 422);
      if (article.text.length > maxTextLength) return show(c, <AddPage wrong={`Its text has ${article.text.length} characters; the limit is ${maxTextLength}. Cut it.`} />, 413);
      const record = await turn(() => makeRecord(article, engine));
      const id = keep(drafts, { record, page, owner: viewerOf(c)!.name, until: Date.now() + draftLife });
      return show(c, <DraftPage id={id} record={record} />);
    } catch (error) {
      if (!(error instanceof OnrecordError)) throw error;
      return show(c, <AddPage wrong={error.message} />, 422);
    }
  });
  app.post('/add/store', async (c) => {
    const form = await c.req.parseBody();
    const id = typeof form['draft'] === 'string' ? form['draft'] : '';
    const draft = drafts.get(id);
    if (draft === undefined || draft.until < Date.now() || draft.owner !== viewerOf(c)!.name)
      return refused(c, 'There is no such draft.', 'It was stored, or has waited too long. Add the article again.', 404);
    drafts.delete(id);
    const stored = await ledger.store(draft.record, { engine: engine.version, page: draft.page });
    await log(c, 'store', stored.articleId, `${stored.outcome}: ${draft.page.location}`);
    return c.redirect(`/articles/${stored.articleId}`, 303);
  });
  return app;
} // prettier-ignore

function keep(drafts: Map<string, Draft>, draft: Draft): string {
  while (drafts.size >= mostDrafts) drafts.delete(drafts.keys().next().value!);
  const id = randomBytes(16).toString('hex');
  drafts.set(id, draft);
  return id;
}

async function readForm({ text, address, file, ...known }: AddForm): Promise<{ reading: Reading; page: Draft['page'] }> {
  const fetchedAt = new Date();
  const facts = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
  if (address !== undefined) {
    const { bytes, url, contentType, headers, format } = await fetchPage(address);
    const options = { url, contentType: contentType ?? undefined, known: facts };
    return { reading: readBytes(bytes, format, options), page: { bytes, location: url, contentType, headers, fetchedAt } };
  }
  if (file !== undefined && file.size > 0) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const format = /\.x?html?$/iu.test(file.name) ? 'page' : 'text';
    return { reading: readBytes(bytes, format, { known: facts }), page: { bytes, location: `upload: ${file.name.slice(0, 200)}`, fetchedAt } };
  }
  const pasted = text ?? '';
  return { reading: readText(pasted, { known: facts }), page: { bytes: Buffer.from(pasted), location: 'pasted text', fetchedAt } };
} // prettier-ignore

function readBytes(bytes: Uint8Array, format: 'page' | 'text', options: Parameters<typeof readPage>[1]) {
  return format === 'page'
    ? readPage(bytes, options)
    : readText(Buffer.from(bytes).toString('utf8'), options);
}
