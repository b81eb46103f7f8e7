import { Hono, type MiddlewareHandler } from 'hono';
import { z } from 'zod';
import { checkAlerts } from '../../alerts/check.js';
import { faultOf } from '../../alerts/conditions.js';
import { alertConditions, type Ledger } from '../../ledger/ledger.js';
import { viewerOf, type Access } from '../access/access.js';
import { auditor, editorsOnly } from '../access/routes.js';
import { missing, refused, show } from '../parts/show.js';
import { AlertPage, AlertsPage } from './alert-pages.js';

/** Things found that a page shows. */
const mostFirings = 50;

const word = z.string().trim().max(300).transform((s) => s || undefined).optional(); // prettier-ignore
const addForm = z.object({
  name: z.string().trim().min(1).max(200),
  condition: z.array(z.enum(alertConditions)).min(1),
  words: word,
  speaker: word,
  outlet: word,
  entity: word,
});

/** What somebody watches is not for strangers. */
const membersOnly: MiddlewareHandler = async (c, next) =>
  viewerOf(c) === null ? c.redirect('/sign-in', 303) : next();

/** Alerts: what is watched, what was found and why, their feeds; for editors also making, ending and looking now. */
export function alertRoutes(ledger: Ledger, access: Access): Hono {
  const app = new Hono();
  const log = auditor(ledger, access);
  app.use('/alerts', membersOnly);
  app.use('/alerts/*', membersOnly);
  app.get('/alerts', async (c) => {
    const given = addForm.partial().safeParse(c.req.query());
    return show(c, <AlertsPage alerts={await ledger.alerts.active()} given={given.data ?? {}} />);
  });
  app.get('/alerts/:id', async (c) => {
    const alert = (await ledger.alerts.active()).find(({ id }) => id === c.req.param('id'));
    if (alert === undefined) return missing(c, 'alert');
    return show(c, <AlertPage alert={alert} firings={await ledger.alerts.firings(alert.id, mostFirings)} />);
  });
  app.post('/alerts', editorsOnly, async (c) => {
    const body = await c.req.parseBody({ all: true });
    const form = addForm.safeParse({ ...body, condition: [body['condition'] ?? []].flat() });
    if (!form.success) return refused(c, 'The alert was not saved.', 'Give it a name and tick at least one condition.');
    const { name, condition: conditions, ...query } = form.data;
    const fault = faultOf(conditions, query);
    if (fault !== null) return refused(c, 'The alert was not saved.', fault);
    const id = await ledger.alerts.add({ name, conditions, query, webhook: null, secret: null, email: null, digest: false });
    await log(c, 'add alert', id, name);
    return c.redirect(`/alerts/${id}`, 303);
  });
  app.post('/alerts/look', editorsOnly, async (c) => {
    const checked = await checkAlerts(ledger);
    await log(c, 'look for alerts', null, `${checked.reduce((sum, { fresh }) => sum + fresh, 0)} found`);
    return c.redirect('/alerts', 303);
  });
  app.post('/alerts/:id/end', editorsOnly, async (c) => {
    const id = c.req.param('id');
    if (!(await ledger.alerts.active()).some((alert) => alert.id === id)) return missing(c, 'alert');
    await ledger.alerts.end(id);
    await log(c, 'end alert', id);
    return c.redirect('/alerts', 303);
  });
  return app;
} // prettier-ignore
