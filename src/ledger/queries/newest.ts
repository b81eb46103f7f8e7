import { sql, type RawBuilder } from 'kysely';

/**
 * One reading an article, to stand after `from`: the newest, or the newest that was on record at a time. Every view of the
 * ledger begins here, so that each can be had as it was known then.
 * @param asKnown nothing recorded after this instant counts; undefined shows all.
 */
export function newestReading(asKnown?: Date): RawBuilder<unknown> {
  return asKnown === undefined
    ? sql`newest_reading`
    : sql`(select distinct on (article_id) article_id, seq, version_id, run_id, page_id, recorded_at
        from reading where recorded_at <= ${asKnown}
        order by article_id, recorded_at desc, seq desc)`;
}
