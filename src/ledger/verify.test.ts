import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LedgerRecord } from '../terms/record.js';
import { connect, type Connection } from './database.js';
import { store } from './store.js';
import { testPlaces, testServer } from './test-places.js';
import { verify } from './verify.js';

const text = 'Drovia said it may join the Union by May. A clerk denied it.';
const record = (url: string): LedgerRecord => ({
  article: { url, outlet: 'Courier', title: 'Drovia', authors: [], published: '2024-05-02', language: 'en', text },
  statements: [
    { kind: 'indirect', source: [[0, 6]], cue: [[7, 11]], content: [[12, 40]], cueLemma: 'say', speaker: { mention: 'Drovia', entity: 'Drovia', type: 'place', role: null, confidence: 0.7 }, medium: null, relay: null, act: 'assert', edits: [], about: ['Union'], confidence: 0.123456789 },
    { kind: 'indirect', source: [[42, 49]], cue: [[50, 56]], content: [[57, 59]], cueLemma: 'deny', speaker: { mention: 'A clerk', entity: null, type: 'unnamed', role: null }, medium: null, relay: null, act: 'deny', edits: [], about: [] },
  ],
  positions: [{ holder: 'Drovia', stance: 'open', proposition: { relation: 'join', subject: 'Drovia', object: 'Union' }, statement: 0, evidence: [15, 18] }],
  relations: [{ relation: 'join', subject: 'Drovia', object: 'Union', over: null, polarity: 'prospective', voice: 0, span: [12, 40] }],
  designations: [{ entity: 'Union', label: 'the Union', marks: [], voice: 'outlet', spans: [[24, 33]] }],
}); // prettier-ignore

for (const [name, place] of Object.entries(testPlaces)) {
  describe.skipIf(name === 'PostgreSQL' && testServer === undefined)(
    `verify on ${name} (PostgreSQL needs ONRECORD_TEST_POSTGRES)`,
    // The limit is for what hangs: a busy machine takes ten times as long as an idle one.
    { timeout: 300_000 },
    () => {
      let connection: Connection;
      let remove: () => Promise<void>;

      beforeAll(async () => {
        const made = await place();
        remove = made.remove;
        connection = await connect(made.location);
        for (let n = 0; n < 60; n++) {
          const page = { bytes: Buffer.from(`<p>${n}`), location: 'a.html', fetchedAt: new Date(0) };
          await store(connection.db, record(`https://courier.example/${n}`), { engine: 'test/1', page }, new Date(n)); // prettier-ignore
        }
      }, 300_000);
      afterAll(async () => {
        await connection.close();
        await remove();
      });

      async function findings() {
        const found = [];
        let looked = {};
        for await (const { finding, checked } of verify(connection.db)) {
          looked = { ...checked };
          if (finding !== null) found.push({ table: finding.table, problem: finding.problem });
        }
        return { found, looked };
      }

      it('looks at every row of every table, and finds that all of it holds', async () => {
        expect(await findings()).toEqual({
          found: [],
          looked: { source_page: 60, article_version: 60, run: 60, reading: 60, statement: 120, position: 60, relation: 60, designation: 60 },
        }); // prettier-ignore
      });

      const first = `article_id = (select article_id from article_version where url like '%/7')`;
      it.each([
        [
          'other bytes',
          `update source_page set gzipped = (select gzipped from source_page p where p.article_id <> source_page.article_id limit 1) where ${first}`,
          'source_page',
          /have the hash/,
        ],
        [
          'bytes cut off',
          `update source_page set gzipped = substring(gzipped from 1 for 20) where ${first}`,
          'source_page',
          /do not unpack/,
        ],
        [
          'another length',
          `update source_page set byte_length = 1 where ${first}`,
          'source_page',
          /not 1|do not unpack/,
        ],
        [
          'a changed text',
          `update article_version set text = replace(text, 'may', 'won') where ${first}`,
          'article_version',
          /text and facts/,
        ],
        [
          'another address',
          `update article_version set url = 'https://other.example/' where ${first}`,
          'article_version',
          /belongs to article/,
        ],
        [
          'another day',
          `update article_version set published_day = '2020-01-01' where ${first}`,
          'article_version',
          /its day is 2020-01-01/,
        ],
        [
          'a changed record',
          `update run set record = jsonb_set(record, '{statements,0,act}', '"promise"') where ${first}`,
          'run',
          /record has the hash/,
        ],
        ['another engine', `update run set engine = 'test/2' where ${first}`, 'run', /record has the hash/],
        [
          'an offset outside',
          `update run set record = jsonb_set(record, '{statements,0,cue}', '[[7, 999]]') where ${first}`,
          'run',
          /ends at 999/,
        ],
        ['no record at all', `update run set record = '{}' where ${first}`, 'run', /does not fit the schema/],
        [
          'a lost page',
          `update reading set page_id = 'ffff' where ${first}`,
          'reading',
          /page ffff is not there/,
        ],
        [
          'another cue',
          `update statement set cue_text = 'hinted' where ${first} and ordinal = 0`,
          'statement',
          /cue_text/,
        ],
        [
          'another span',
          `update statement set content = '[[12, 39]]' where ${first} and ordinal = 0`,
          'statement',
          /content/,
        ],
        [
          'another confidence',
          `update statement set confidence = 0.2 where ${first} and ordinal = 0`,
          'statement',
          /confidence/,
        ],
        [
          'a lost statement',
          `with key as (delete from utterance_key where ${first} and statement_id in (select statement_id from statement where ${first} and ordinal = 1)) delete from statement where ${first} and ordinal = 1`,
          'statement',
          /the table has not/,
        ],
        [
          'a statement too many',
          `insert into statement select article_id, run_id, 'feed', 9, kind, source, cue, content, cue_text, content_texts, cue_lemma, mention, entity, speaker_type, role, speaker_confidence, medium, relay, act, edits, about, confidence, words from statement where ${first} and ordinal = 0`,
          'statement',
          /its run has not/,
        ],
        ['another stance', `update position set stance = 'for' where ${first}`, 'position', /stance/],
        [
          'another place of a relation',
          `update relation set end_at = 39 where ${first}`,
          'relation',
          /end_at/,
        ],
        ['another label', `update designation set label = 'the Bloc' where ${first}`, 'designation', /label/],
      ])('finds %s', async (_what, tamper, table, problem) => {
        await connection.db.transaction().execute(async (tx) => {
          await sql.raw(tamper).execute(tx);
          const steps = [];
          for await (const step of verify(tx)) steps.push(step);
          const found = steps.flatMap(({ finding }) => finding ?? []);
          expect(found.filter((f) => f.table === table).map((f) => f.problem).join('; ')).toMatch(problem);
          throw new RolledBack();
        }).catch((error: unknown) => { if (!(error instanceof RolledBack)) throw error; }); // prettier-ignore
      });
    },
  );
}

class RolledBack extends Error {}
