import { Hono } from 'hono';
import { z } from 'zod';
import type { ArticlePosition, Change, Correction, Ledger, StatementRow } from '../../ledger/ledger.js';
import { OnrecordError } from '../../terms/error.js';
import { kinds, speakerTypes, stances } from '../../terms/vocabulary.js';
import { viewerOf, type Access } from '../access/access.js';
import { auditor, editorsOnly } from '../access/routes.js';
import { minute } from '../health-page.js';
import { Layout } from '../layout.js';
import { useMayEdit } from '../parts/page-context.js';
import { missing, refused, show } from '../parts/show.js';
import { Table } from '../parts/table.js';
import { propositionOf } from '../positions-page.js';
import { authorOf, Why, whyFields } from './why.js';

const correctForm = z.discriminatedUnion('field', [
  z.object({ field: z.literal('speaker'), entity: z.string(), type: z.enum(speakerTypes), ...whyFields }),
  z.object({ field: z.literal('kind'), kind: z.enum(kinds), ...whyFields }),
  z.object({ field: z.literal('stance'), position: z.string().max(2000), stance: z.enum([...stances, 'none']), ...whyFields }),
]); // prettier-ignore
const undoForm = z.object(whyFields);

/** Correcting a statement in place, undoing that, and the list of all corrections. */
export function correctionRoutes(ledger: Ledger, access: Access): Hono {
  const app = new Hono();
  const log = auditor(ledger, access);
  app.get('/corrections', async (c) =>
    show(c, <CorrectionsPage corrections={await ledger.corrections()} />),
  );
  app.post('/statements/:id/correct', editorsOnly, async (c) => {
    const view = await ledger.statement(c.req.param('id'));
    if (view === null) return missing(c, 'statement');
    const form = correctForm.safeParse(await c.req.parseBody());
    const change = form.success ? changeOf(form.data) : null;
    if (!form.success || change === null)
      return refused(c, 'The correction was not recorded.', 'A field is missing or does not fit. Go back and fill it in.');
    const id = view.statement.id;
    try {
      await ledger.correct(id, change, { author: authorOf(viewerOf(c)!.name, form.data.author), reason: form.data.reason });
    } catch (error) {
      if (!(error instanceof OnrecordError)) throw error;
      return refused(c, 'The correction was not recorded.', error.message);
    }
    await log(c, 'correct', id, JSON.stringify(change));
    return c.redirect(`/statements/${id}#corrections`, 303);
  });
  app.post('/corrections/:id/undo', editorsOnly, async (c) => {
    const form = undoForm.safeParse(await c.req.parseBody());
    const found = (await ledger.corrections()).find(({ id }) => id === c.req.param('id'));
    if (found === undefined) return missing(c, 'correction');
    if (!form.success) return refused(c, 'The correction was not undone.', 'Give a reason.');
    try {
      await ledger.undoCorrection(found.id, { author: authorOf(viewerOf(c)!.name, form.data.author), reason: form.data.reason });
    } catch (error) {
      if (!(error instanceof OnrecordError)) throw error;
      return refused(c, 'The correction was not undone.', error.message);
    }
    await log(c, 'undo', found.id, null);
    return c.redirect(`/statements/${found.statementId}#corrections`, 303);
  });
  return app;
} // prettier-ignore

const targetSchema = z.tuple([z.string(), z.string().nullable(), z.string().nullable()]);

function changeOf(form: z.infer<typeof correctForm>): Change | null {
  if (form.field === 'kind') return { field: 'kind', value: form.kind };
  if (form.field === 'speaker') {
    const entity = form.entity.trim() || null;
    return { field: 'speaker', value: { entity, type: entity === null ? 'unnamed' : form.type } };
  }
  const target = targetSchema.safeParse(jsonOf(form.position));
  if (!target.success) return null;
  return { field: 'stance', target: target.data, value: form.stance === 'none' ? null : form.stance };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // It comes from a form: what cannot be read is refused by the schema that follows.
    return null;
  }
}

interface CorrectProps {
  readonly statement: StatementRow;
  /** As shown, corrections included. */
  readonly positions: readonly ArticlePosition[];
  readonly corrections: readonly Correction[];
}

/** What was corrected on a statement, and for editors the forms to correct and to undo. */
export function Corrections({ statement, positions, corrections }: CorrectProps) {
  const mayEdit = useMayEdit();
  if (!mayEdit && corrections.length === 0) return null;
  return (
    <section aria-labelledby="corrections">
      <h2 id="corrections">Corrections</h2>
      {corrections.length === 0 ? <p class="soft">None. What is shown is what the engine read.</p> : null}
      <ul class="notes">
        {corrections.map((correction) => (
          <li>
            <Told correction={correction} />
            {mayEdit && correction.field !== 'undo' && !correction.undone ? (
              <form method="post" action={`/corrections/${correction.id}/undo`} class="filters">
                <Why />
                <button type="submit">Undo</button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
      {mayEdit ? <Forms statement={statement} positions={positions} /> : null}
    </section>
  );
}

function Forms({ statement, positions }: Pick<CorrectProps, 'statement' | 'positions'>) {
  const action = `/statements/${statement.id}/correct`;
  const { entity, type } = statement.speaker;
  return (
    <div class="no-print">
      <details>
        <summary>Correct the speaker</summary>
        <form method="post" action={action} class="filters">
          <input type="hidden" name="field" value="speaker" />
          <label>
            Speaker (empty: nobody named) <input name="entity" value={entity ?? ''} maxlength={300} />
          </label>
          <label>
            Type <Options name="type" options={speakerTypes} value={type} />
          </label>
          <Why />
          <button type="submit">Correct the speaker</button>
        </form>
      </details>
      <details>
        <summary>Correct the kind</summary>
        <form method="post" action={action} class="filters">
          <input type="hidden" name="field" value="kind" />
          <label>
            Kind <Options name="kind" options={kinds} value={statement.kind} />
          </label>
          <Why />
          <button type="submit">Correct the kind</button>
        </form>
      </details>
      {positions.map((position) => (
        <details>
          <summary>Correct the stance on {propositionOf(position)}</summary>
          <form method="post" action={action} class="filters">
            <input type="hidden" name="field" value="stance" />
            <input type="hidden" name="position" value={JSON.stringify([position.relation, position.subject, position.object])} />
            <label>
              Stance <Options name="stance" options={[...stances, 'none']} value={position.stance} />
            </label>
            <Why />
            <button type="submit">Correct the stance</button>
          </form>
        </details>
      ))}
    </div>
  ); // prettier-ignore
}

interface OptionsProps {
  readonly name: string;
  readonly options: readonly string[];
  readonly value: string;
}

function Options({ name, options, value }: OptionsProps) {
  return (
    <select name={name}>
      {options.map((option) => (
        <option selected={option === value}>{option}</option>
      ))}
    </select>
  );
}

function Told({ correction }: { readonly correction: Correction }) {
  const { field, author, reason, recordedAt, undone } = correction;
  return (
    <>
      {field === 'undo' ? (
        <strong>undone</strong>
      ) : (
        <>
          {field}: <strong>{valueOf(correction)}</strong>
          {undone ? <span class="tag">undone</span> : null}
        </>
      )}{' '}
      <span class="soft">
        {author}, {minute(recordedAt)}: {reason}
      </span>
    </>
  );
}

function valueOf({ field, value }: Correction): string {
  if (field === 'speaker') return (value as { entity: string | null }).entity ?? 'nobody named';
  return typeof value === 'string' ? value : 'no position';
}

function CorrectionsPage({ corrections }: { readonly corrections: readonly Correction[] }) {
  return (
    <Layout title="Corrections">
      <h1>Corrections</h1>
      <p class="lead">
        What people corrected, newest first. What the engine read stays on record; a correction can be undone
        where its statement stands.
      </p>
      {corrections.length === 0 ? (
        <p class="empty">
          Nothing has been corrected. A statement’s own page has the forms; see{' '}
          <a href="/search">the statements</a>.
        </p>
      ) : (
        <Table
          caption="Corrections, newest first"
          rows={corrections}
          columns={[
            { head: 'When', look: 'day', cell: ({ recordedAt }) => minute(recordedAt) },
            { head: 'Statement', cell: ({ statementId }) => <a href={`/statements/${statementId}`}>{statementId}</a> },
            { head: 'What', cell: (row) => (row.field === 'undo' ? 'undone' : `${row.field}: ${valueOf(row)}`) },
            { head: 'Who', cell: ({ author }) => author },
            { head: 'Why', cell: ({ reason }) => reason },
          ]}
        />
      )}
    </Layout>
  ); // prettier-ignore
}
