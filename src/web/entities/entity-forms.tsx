import type { EntityEvent, EntityView } from '../../ledger/ledger.js';
import { Why } from '../editing/why.js';
import { minute } from '../health-page.js';
import { useMayEdit } from '../parts/page-context.js';
import { entityPath } from './entities-page.js';

/** Mentions that can be chosen one by one; a name takes all of its mentions. */
const mostMentions = 60;

/** What people decided about an entity, and for editors the forms to rename, merge, split and undo. */
export function Decisions({ view }: { readonly view: EntityView }) {
  const mayEdit = useMayEdit();
  if (!mayEdit && view.events.length === 0) return null;
  return (
    <section aria-labelledby="decisions">
      <h2 id="decisions">Decisions</h2>
      {view.events.length === 0 ? (
        <p class="soft">None. Who is who is what the program linked; each line above says why.</p>
      ) : (
        <ul class="notes">
          {view.events.map((event) => (
            <li>
              <Event event={event} view={view} />
              {mayEdit && event.kind !== 'undo' && event.stands ? (
                <form method="post" action={`/entities/${view.id}/undo`} class="filters">
                  <input type="hidden" name="event" value={event.id} />
                  <Why />
                  <button type="submit">Undo</button>
                </form>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {mayEdit ? <Forms view={view} /> : null}
    </section>
  );
}

function Event({ event, view }: { readonly event: EntityEvent; readonly view: EntityView }) {
  const { kind, entityId, intoId, name, author, reason, recordedAt, stands } = event;
  const other = entityId === view.id ? intoId : entityId;
  return (
    <>
      <strong>{kind}</strong>{' '}
      {kind === 'rename' ? `to “${name!}” ` : other === null ? '' : <>{entityId === view.id ? 'into' : 'from'} <a href={entityPath(other)}>{other}</a> </>}
      {stands ? null : <><span class="tag">undone</span> </>}
      <span class="soft">
        {author}, {minute(recordedAt)}
        {reason === null ? '' : `: ${reason}`}
      </span>
    </>
  ); // prettier-ignore
}

function Forms({ view }: { readonly view: EntityView }) {
  const action = (what: string) => `/entities/${view.id}/${what}`;
  return (
    <div class="no-print">
      <details>
        <summary>Show it by another name</summary>
        <form method="post" action={action('rename')} class="filters">
          <label>
            Name <input name="name" value={view.name} maxlength={200} required />
          </label>
          <Why />
          <button type="submit">Rename</button>
        </form>
      </details>
      <details>
        <summary>Merge it into another</summary>
        <form method="post" action={action('merge')} class="filters">
          <label>
            The one it is (name or id) <input name="into" maxlength={300} required />
          </label>
          <Why />
          <button type="submit">Merge</button>
        </form>
      </details>
      <details>
        <summary>Split mentions off</summary>
        <Split view={view} action={action('split')} />
      </details>
    </div>
  );
}

function Split({ view, action }: { readonly view: EntityView; readonly action: string }) {
  const names = [...new Set(view.names.map(({ words }) => words))];
  return (
    <form method="post" action={action} class="stack">
      <fieldset>
        <legend>All told as</legend>
        {names.slice(0, mostMentions).map((name) => (
          <label class="check">
            <input type="checkbox" name="name" value={name} /> {name}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>Or in these articles</legend>
        {view.mentions.slice(0, mostMentions).map(({ articleId, name, title, outlet, day }) => (
          <label class="check">
            <input type="checkbox" name="mention" value={JSON.stringify([articleId, name])} /> “{name}”, {day},{' '}
            {outlet ?? 'unnamed outlet'}: {title ?? 'untitled'}
          </label>
        ))}
      </fieldset>
      <label>
        They belong to (name or id; empty for a new one) <input name="into" maxlength={300} />
      </label>
      <label>
        A new one is called (empty: by its fullest name told) <input name="as" maxlength={200} />
      </label>
      <Why />
      <button type="submit">Split off</button>
    </form>
  ); // prettier-ignore
}
