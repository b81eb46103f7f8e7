import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { Author, EntityEvent, Ledger } from '../../ledger/ledger.js';
import { OnrecordError } from '../../terms/error.js';
import { viewerOf, type Access } from '../access/access.js';
import { auditor, editorsOnly } from '../access/routes.js';
import { authorOf, whyFields } from '../editing/why.js';
import { endOf } from '../parts/known.js';
import { missing, refused, show, showAfter } from '../parts/show.js';
import { entityQuery } from '../search-query.js';
import { EntitiesFound, EntitiesOpening, entityPath, mostEntities } from './entities-page.js';
import { EntityOpening, EntityRest } from './entity-page.js';
import { WhichPage } from './which-page.js';

const text = z.string().trim().max(300);
const many = z.array(z.string().max(2000)).max(500).optional().default([]);
const renameForm = z.object({ name: text.min(1), ...whyFields });
const mergeForm = z.object({ into: text.min(1), ...whyFields });
const splitForm = z.object({
  name: many,
  mention: many,
  into: text.optional(),
  as: text.optional(),
  ...whyFields,
});
const undoForm = z.object({ event: z.string().regex(/^[0-9a-f]{16}$/u), ...whyFields }); // prettier-ignore

/** Entities for readers: the list, and one of them by its id or by a name that is its alone. */
export function entityRoutes(ledger: Ledger): Hono {
  const app = new Hono();
  app.get('/entities', (c) => {
    const query = entityQuery.parse(c.req.query());
    const { name, type, speaking, asKnown } = query;
    return showAfter(c, { title: 'People and bodies', opening: <EntitiesOpening query={query} /> }, async () => {
      const rows = await ledger.entities({ name, type, speaking: speaking === 'yes', asKnown: endOf(asKnown), limit: mostEntities });
      return <EntitiesFound query={query} rows={rows} />;
    });
  });
  app.get('/entities/:id', async (c) => {
    const { asKnown, on, cursor } = entityQuery.parse(c.req.query());
    const given = c.req.param('id');
    const known = endOf(asKnown);
    const head = /^[0-9a-f]{6,16}$/u.test(given) ? await ledger.entityHead(given, known) : null;
    if (head === null) return missing(c, 'person or body');
    const { id } = head;
    return showAfter(c, { title: head.name, opening: <EntityOpening {...head} /> }, async () => {
      const [view, speaking, positions, page] = await Promise.all([
        ledger.entity(id, known),
        ledger.speakerOfEntity(id, known),
        ledger.positions({ entityId: id, asKnown: known }),
        ledger.statements({ entityId: id, words: on, asKnown: known, cursor, limit: 15 }),
      ]);
      return <EntityRest view={view!} asKnown={asKnown} speaking={speaking} positions={positions} on={on} page={page} />;
    });
  });
  return app;
} // prettier-ignore

/** Decisions of editors on entities: rename, merge, split, undo. */
export function entityEditingRoutes(ledger: Ledger, access: Access): Hono {
  const app = new Hono();
  const log = auditor(ledger, access);

  /** Makes an event from a form, writes it into the log, and leads to where it shows. */
  function decision<Form extends { author?: string | undefined; reason: string }>(what: string, schema: z.ZodType<Form>, make: (c: Context, id: string, form: Form, by: Author) => Promise<EntityEvent | Response>) {
    app.post(`/entities/:id/${what}`, editorsOnly, async (c) => {
      const form = schema.safeParse(await c.req.parseBody({ all: true }).then(listsOf));
      if (!form.success) return refused(c, 'Nothing was decided.', 'A field is missing or does not fit. Go back and fill it in; a reason is needed.');
      const id = c.req.param('id');
      const by = { author: authorOf(viewerOf(c)!.name, form.data.author), reason: form.data.reason };
      try {
        const event = await make(c, id, form.data, by);
        if (event instanceof Response) return event;
        await log(c, `${event.kind} entity`, id, JSON.stringify([event.id, event.intoId, event.name, event.undoes]));
        return c.redirect(`${entityPath(event.kind === 'merge' ? event.intoId! : id)}#decisions`, 303);
      } catch (error) {
        if (!(error instanceof OnrecordError)) throw error;
        return refused(c, 'Nothing was decided.', error.message);
      }
    });
  }

  /** The one that a name or id stands for, or a page that asks which. */
  async function one(c: Context, given: string): Promise<string | Response> {
    const found = await ledger.findEntities(given);
    if (found.length === 1) return found[0]!;
    if (found.length === 0) return refused(c, `Nobody on record is called “${given}”.`, 'Go back and give a whole name or an id, as its page shows it.');
    const views = await Promise.all(found.slice(0, 20).map((id) => ledger.entity(id)));
    return show(c, <WhichPage given={given} views={views.filter((view) => view !== null)} />, 422);
  }

  decision('rename', renameForm, (_, id, { name }, by) => ledger.renameEntity(id, name, by));
  decision('merge', mergeForm, async (c, id, { into }, by) => {
    const other = await one(c, into);
    return other instanceof Response ? other : ledger.mergeEntities(id, other, by);
  });
  decision('split', splitForm, async (c, id, { name, mention, into, as }, by) => {
    const other = into ? await one(c, into) : undefined;
    if (other instanceof Response) return other;
    const { mentions = [] } = (await ledger.entity(id)) ?? {};
    const chosen = mentions.filter((m) => name.includes(m.name) || mention.includes(JSON.stringify([m.articleId, m.name])));
    return ledger.splitEntity(id, { mentions: chosen.map(({ articleId, name: told }) => ({ articleId, name: told })), into: other, name: as || undefined }, by);
  });
  decision('undo', undoForm, (_, __, { event }, by) => ledger.undoEntityEvent(event, by));
  return app;
} // prettier-ignore

/** Checkboxes as lists, whether one or several were ticked. */
function listsOf(body: Record<string, unknown>): Record<string, unknown> {
  const list = (value: unknown) => (value === undefined || Array.isArray(value) ? value : [value]);
  return 'mention' in body || 'as' in body ? { ...body, name: list(body['name']), mention: list(body['mention']) } : body; // prettier-ignore
}
