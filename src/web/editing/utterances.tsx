import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { Ledger, UtteranceView } from '../../ledger/ledger.js';
import { OnrecordError } from '../../terms/error.js';
import { viewerOf, type Access } from '../access/access.js';
import { auditor, editorsOnly } from '../access/routes.js';
import { useMayEdit } from '../parts/page-context.js';
import { missing, refused } from '../parts/show.js';
import { authorOf, Why, whyFields } from './why.js';

const formSchema = z.object({
  action: z.enum(['part', 'join', 'undo']),
  /** Id or address of the page of the statement to be joined. */
  other: z.string().trim().max(300).optional(),
  ...whyFields,
});

/** Decisions by hand on which statements report one utterance. */
export function utteranceRoutes(ledger: Ledger, access: Access): Hono {
  const app = new Hono();
  const log = auditor(ledger, access);
  app.post('/statements/:id/utterance', editorsOnly, async (c: Context) => {
    const view = await ledger.statement(c.req.param('id') ?? '');
    if (view === null) return missing(c, 'statement');
    const form = formSchema.safeParse(await c.req.parseBody());
    if (!form.success) return refused(c, 'Nothing was decided.', 'A field is missing or does not fit. Go back and fill it in; a reason is needed.');
    const { action, other = '', author, reason } = form.data;
    const { id } = view.statement;
    const by = { by: authorOf(viewerOf(c)!.name, author), reason };
    try {
      if (action === 'part') await ledger.partUtterance(id, by);
      else if (action === 'undo') await ledger.undoUtterance(id, by);
      else {
        const joined = await ledger.statement(/([0-9a-f]{6,16})(?:[#?].*)?$/u.exec(other)?.[1] ?? '');
        if (joined === null) return refused(c, 'Nothing was decided.', 'There is no statement of that id. Go back and give the id, or the address, of its page.');
        await ledger.joinUtterances([id, joined.statement.id], by);
      }
    } catch (error) {
      if (!(error instanceof OnrecordError)) throw error;
      return refused(c, 'Nothing was decided.', error.message);
    }
    await log(c, `${action} utterance`, id, other || null);
    return c.redirect(`/statements/${id}#utterance`, 303);
  });
  return app;
} // prettier-ignore

interface UtteranceProps {
  readonly id: string;
  readonly utterance: UtteranceView | null;
}

/** For editors: what the statement reports, put right by hand. Each decision is kept and can be taken back. */
export function UtteranceForms({ id, utterance }: UtteranceProps) {
  if (!useMayEdit()) return null;
  const action = `/statements/${id}/utterance`;
  const others = (utterance?.reports.length ?? 1) - 1;
  return (
    <section aria-labelledby="utterance" class="no-print">
      <h2 id="utterance">Same utterance</h2>
      <p class="soft">
        {others === 0 ? 'No other statement is taken to report these words.' : `${others} other ${others === 1 ? 'statement is' : 'statements are'} taken to report these words.`}
      </p>
      {others === 0 ? null : (
        <Decide action={action} what="part" title="This statement reports something else" button="Take it out" />
      )}
      <Decide action={action} what="join" title="Another statement reports the same" button="Put together">
        <label>
          Id or address of the other statement <input name="other" maxlength={300} required />
        </label>
      </Decide>
      <Decide action={action} what="undo" title="Take back the last decision" button="Take it back" />
    </section>
  );
} // prettier-ignore

interface DecideProps {
  readonly action: string;
  readonly what: 'part' | 'join' | 'undo';
  readonly title: string;
  readonly button: string;
  readonly children?: unknown;
}

function Decide({ action, what, title, button, children }: DecideProps) {
  return (
    <details>
      <summary>{title}</summary>
      <form method="post" action={action} class="filters">
        <input type="hidden" name="action" value={what} />
        {children}
        <Why />
        <button type="submit">{button}</button>
      </form>
    </details>
  );
}
