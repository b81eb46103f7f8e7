import { sql } from 'kysely';
import type { Database } from '../database.js';
import { linkArticle } from './link-article.js';

/** Links what was stored before there was linking, oldest first, one article a transaction. @returns how many articles. */
export async function linkUnlinked(db: Database, clock: () => Date): Promise<number> {
  let done = 0;
  for (;;) {
    const { rows } = await sql<{ article_id: string }>`
      select article_id from newest_reading r
      where exists (select from shown_statement s where s.article_id = r.article_id)
        and not exists (select from utterance_key k where k.article_id = r.article_id and k.run_id = r.run_id)
      order by seq limit 1000`.execute(db);
    if (rows.length === 0) return done;
    for (const { article_id: article } of rows)
      await db.transaction().execute((tx) => linkArticle(tx, article, clock()));
    done += rows.length;
  }
}
