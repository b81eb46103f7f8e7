import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { z } from 'zod';
import type { AuditRow, Ledger } from '../../ledger/ledger.js';
import { minute } from '../health-page.js';
import { Layout } from '../layout.js';
import { refused, show } from '../parts/show.js';
import { Table } from '../parts/table.js';
import { viewerOf, type Access } from './access.js';

/** Turns away who may not change things. */
export const editorsOnly: MiddlewareHandler = async (c, next) => {
  if (viewerOf(c)?.role === 'editor') return next();
  return refused(c, 'This takes an editor.', 'Sign in with an editor’s account, or open the pages on the machine that serves them.', 403); // prettier-ignore
};

/** What is written into the log of an action. */
export function auditor(ledger: Ledger, access: Access) {
  return (c: Context, action: string, subject: string | null = null, detail: string | null = null) =>
    ledger.audit({ who: viewerOf(c)?.name ?? 'nobody', client: access.clientOf(c), action, subject, detail });
}

const signInForm = z.object({ name: z.string().trim().min(1).max(100), password: z.string().min(1).max(1000) }); // prettier-ignore

/** Signing in and out, and the log of what was done. */
export function accessRoutes(ledger: Ledger, access: Access): Hono {
  const app = new Hono();
  const log = auditor(ledger, access);
  app.get('/sign-in', (c) => show(c, <SignInPage />));
  app.post('/sign-in', async (c) => {
    const form = signInForm.safeParse(await c.req.parseBody());
    if (!form.success) return show(c, <SignInPage wrong="Give a name and a password." />, 422);
    const { name, password } = form.data;
    const outcome = await access.signIn(c, name, password);
    await log(c, outcome === 'in' ? 'sign in' : 'sign in refused', null, name);
    if (outcome === 'too often') return show(c, <SignInPage wrong="Too many tries. Come back in ten minutes." />, 429); // prettier-ignore
    if (outcome === 'refused') return show(c, <SignInPage wrong="Name and password do not fit." />, 403);
    return c.redirect('/', 303);
  });
  app.post('/sign-out', async (c) => {
    await log(c, 'sign out');
    access.signOut(c);
    return c.redirect('/', 303);
  });
  app.get('/audit', editorsOnly, async (c) => show(c, <AuditPage rows={await ledger.auditLog()} />));
  return app;
}

function SignInPage({ wrong }: { readonly wrong?: string }) {
  return (
    <Layout title="Sign in">
      <h1>Sign in</h1>
      {wrong === undefined ? null : (
        <p class="notice wrong" role="alert">
          {wrong}
        </p>
      )}
      <form class="stack" method="post" action="/sign-in">
        <label>
          Name <input name="name" autocomplete="username" required />
        </label>
        <label>
          Password <input type="password" name="password" autocomplete="current-password" required />
        </label>
        <button type="submit">Sign in</button>
      </form>
      <p class="lead">
        Accounts are made on the machine that holds the ledger: <code>onrecord user add NAME</code>
      </p>
    </Layout>
  );
}

function AuditPage({ rows }: { readonly rows: readonly AuditRow[] }) {
  return (
    <Layout title="Audit log">
      <h1>Audit log</h1>
      <p class="lead">What was done through the pages, newest first.</p>
      {rows.length === 0 ? (
        <p class="empty">Nothing has been done yet.</p>
      ) : (
        <Table
          caption="Audit log, newest first"
          rows={rows}
          columns={[
            { head: 'When', look: 'day', cell: ({ recordedAt }) => minute(recordedAt) },
            { head: 'Who', cell: ({ who }) => who },
            { head: 'From', cell: ({ client }) => client },
            { head: 'What', cell: ({ action }) => action },
            { head: 'To', cell: ({ subject }) => subject ?? '–' },
            { head: 'Detail', cell: ({ detail }) => detail ?? '–' },
          ]}
        />
      )}
    </Layout>
  );
}
