import type { ArticleCheck, CheckableArticle } from '../ledger/checks.js';
import type { Ledger } from '../ledger/ledger.js';
import { pageIn, type Get } from '../read/fetch.js';
import { InputError } from '../read/files.js';
import { readSource, type ReadSource, type Wiring } from './read-source.js';

export interface Checking extends Wiring {
  readonly ledger: Ledger;
  readonly get: Get;
}

/** What became of one article's address. */
export interface CheckStep extends ArticleCheck {
  readonly article: CheckableArticle;
}

/** Articles asked for from the ledger at once. */
const batch = 200;

/**
 * Asks the addresses of articles again: a changed article becomes a new version, one that its server no longer has (404,
 * 410) is marked as gone, and what was there stays. What fails is told and noted, and the rest goes on.
 * @param since articles first recorded from then on. @param before not those that were checked since then.
 */
export async function* checkArticles(
  context: Checking,
  { since, before }: { readonly since: Date; readonly before: Date },
): AsyncGenerator<CheckStep> {
  for (;;) {
    const due = await context.ledger.checks.due({ since, before, limit: batch });
    for (const article of due) {
      const check = await checkArticle(article, context);
      await context.ledger.checks.add(article.id, check);
      yield { article, ...check };
    }
    if (due.length < batch) return;
  }
}

/** Asks one article's address again. Its page is read anew where it changed; the check itself is the caller's to note. */
export async function checkArticle(article: CheckableArticle, context: Checking): Promise<ArticleCheck> {
  const { url, etag, lastModified } = article;
  let status: number | null = null;
  try {
    const answer = await context.get({ url, etag, lastModified });
    ({ status } = answer);
    if (status === 304) return { outcome: 'unchanged', status, reason: null };
    if (isGone(status)) return { outcome: 'gone', status, reason: null };
    const { stored } = await readSource(url, { ...pageIn(url, answer), url }, context);
    return { outcome: stored?.outcome === 'unchanged' ? 'unchanged' : 'changed', status, reason: null };
  } catch (error) {
    return { outcome: 'failed', status, reason: error instanceof Error ? error.message : String(error) };
  }
}

const isGone = (status: number): boolean => status === 404 || status === 410;

/**
 * Reads the article at an address. One that is on record and that the server no longer has is marked as gone.
 * @throws {InputError} where it cannot be fetched or holds no article.
 */
export async function readAddress(url: string, wiring: Wiring, get: Get): Promise<ReadSource> {
  const answer = await get({ url });
  const known = isGone(answer.status) ? await wiring.ledger?.checks.at(url) : null;
  if (known != null) {
    await wiring.ledger?.checks.add(known.id, { outcome: 'gone', status: answer.status, reason: null });
    throw new InputError(
      url,
      `the server answered ${answer.status}. The article on record is marked as gone.`,
    );
  }
  const read = await readSource(url, pageIn(url, answer), wiring);
  // One that was marked as gone is there again, as it was: only a check can say so.
  if (read.stored?.outcome === 'unchanged')
    await wiring.ledger?.checks.add(read.stored.articleId, { outcome: 'unchanged', status: answer.status, reason: null }); // prettier-ignore
  return read;
}
