/**
 * What one article costs: processor time of reading, of the engine, of storing here and in the server, and bytes by table:
 *   npx tsx bench/article-cost.ts <postgres URL of an empty database on this machine> [articles] [engine]
 * The articles are the project's own cases, each under as many addresses as are asked for. Processor time, not the clock, so
 * that a busy machine measures the same.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createEngine, type EngineName } from '../src/attribute/create-engine.js';
import { openLedger } from '../src/ledger/ledger.js';
import { makeRecord } from '../src/pipeline.js';
import { readPage } from '../src/read/index.js';

const [location, count = '200', engineName = 'rules'] = process.argv.slice(2);
const articles = Number(count);
const cases = fileURLToPath(new URL('../cases/articles/', import.meta.url));
const pages = readdirSync(cases)
  .map((name) => join(cases, name, 'page.html'))
  .flatMap((file) => {
    try {
      return [readFileSync(file)];
    } catch {
      // A case whose input is a text or has versions.
      return [];
    }
  });
const engine = createEngine(engineName as EngineName);
const ledger = await openLedger(location!);
const { rows } = await ledger.execute('select pg_backend_pid() as pid');
const { pid } = rows[0] as { pid: number };

const own = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; }; // prettier-ignore
/** Milliseconds of processor time of the server's process for our connection, by its ticks of 10 ms. */
const server = () => { const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' '); return 10 * (Number(fields[11]) + Number(fields[12])); }; // prettier-ignore

const spent = { read: 0, engine: 0, store: 0, server: 0 };
let statements = 0;
let characters = 0;
const serverBefore = server();
for (let n = 0; n < articles; n++) {
  const bytes = pages[n % pages.length]!;
  let at = own();
  const lap = (stage: 'read' | 'engine' | 'store') => { const now = own(); spent[stage] += now - at; at = now; }; // prettier-ignore
  const { article } = readPage(bytes);
  lap('read');
  if (article === null) throw new Error(`case ${n % pages.length} holds no article`);
  const record = await makeRecord({ ...article, url: `https://courier.example/${n}` }, engine);
  lap('engine');
  const page = { bytes: Buffer.concat([bytes, Buffer.from(`<!-- ${n} -->`)]), location: `${n}.html`, fetchedAt: new Date(0) }; // prettier-ignore
  await ledger.store(record, { engine: engine.version, page });
  lap('store');
  statements += record.statements.length;
  characters += article.text.length;
}
spent.server = server() - serverBefore;
const tables = await ledger.execute(
  `select relname as table, pg_total_relation_size(oid)::bigint as bytes from pg_class
   where relkind = 'r' and relnamespace = current_schema()::regnamespace order by 2 desc`,
);
await ledger.close();
const each = (n: number) => Number((n / articles).toFixed(2));
console.log(
  JSON.stringify(
    {
      engine: engine.version, articles, statementsEach: each(statements), charactersEach: each(characters),
      millisecondsEach: Object.fromEntries(Object.entries(spent).map(([stage, ms]) => [stage, each(ms)])),
      bytesEach: Object.fromEntries((tables.rows as { table: string; bytes: string }[]).map(({ table, bytes }): [string, number] => [table, Math.round(Number(bytes) / articles)]).filter(([, bytes]) => bytes > 50)),
    }, null, 1), // prettier-ignore
);
