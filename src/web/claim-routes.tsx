import { Hono } from 'hono';
import type { Ledger } from '../ledger/ledger.js';
import { ChangesPage } from './changes-page.js';
import { NamingPage } from './naming-page.js';
import { endOf } from './parts/known.js';
import { show } from './parts/show.js';
import { PositionsPage } from './positions-page.js';
import { RecognitionPage } from './recognition-page.js';
import { claimQuery } from './search-query.js';

/** Positions and their changes, recognition, naming. */
export function claimRoutes(ledger: Ledger): Hono {
  const app = new Hono();
  app.get('/positions', async (c) => {
    const query = claimQuery.parse(c.req.query());
    const { about, holder, asOf, asKnown } = query;
    const rows = await ledger.positions({ about, holder, asOf, asKnown: endOf(asKnown) });
    return show(c, <PositionsPage query={query} rows={rows} />);
  });
  app.get('/positions/changes', async (c) => {
    const query = claimQuery.parse(c.req.query());
    const { about, holder, asOf, asKnown } = query;
    const rows = await ledger.changes({ about, holder, asOf, asKnown: endOf(asKnown), newest: mostChanges });
    return show(c, <ChangesPage query={query} rows={rows} />);
  });
  app.get('/recognition', async (c) => {
    const query = claimQuery.parse(c.req.query());
    const rows = await ledger.recognition(query.entity ?? '', query.asOf, endOf(query.asKnown));
    return show(c, <RecognitionPage query={query} rows={rows} />);
  });
  app.get('/naming', async (c) => {
    const query = claimQuery.parse(c.req.query());
    const { entity } = query;
    if (entity === undefined) return show(c, <NamingPage query={query} rows={null} months={[]} named={await ledger.named()} />);
    const known = endOf(query.asKnown);
    const [rows, months] = await Promise.all([ledger.naming(entity, known), ledger.namingMonths(entity, known)]);
    return show(c, <NamingPage query={query} rows={rows} months={months} named={[]} />);
  });
  return app;
} // prettier-ignore

/** Changes of position shown at once. */
const mostChanges = 100;
