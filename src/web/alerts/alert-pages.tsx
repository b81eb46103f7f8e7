import { alertConditions, type Alert, type AlertCondition, type StoredFiring } from '../../ledger/ledger.js';
import { minute } from '../health-page.js';
import { Layout } from '../layout.js';
import { Field } from '../parts/field.js';
import { useMayEdit } from '../parts/page-context.js';
import { Table } from '../parts/table.js';

/** What each condition tells. */
const meaning: Readonly<Record<AlertCondition, string>> = {
  'new-statement': 'a statement that fits is new on record',
  'position-changed': 'a stance differs from the one before (give a speaker or what it is about)',
  'article-edited': 'what an article reports, or its headline, was edited',
  'word-changed': 'an outlet names it as it never did before (give what is named)',
};

interface AlertsProps {
  /** Oldest first. */
  readonly alerts: readonly Alert[];
  /** What the form begins with, as from a search. */
  readonly given: {
    readonly words?: string | undefined;
    readonly speaker?: string | undefined;
    readonly outlet?: string | undefined;
    readonly entity?: string | undefined;
  };
}

/** The saved queries that tell when something new is on record. */
export function AlertsPage({ alerts, given }: AlertsProps) {
  const mayEdit = useMayEdit();
  return (
    <Layout title="Alerts">
      <h1>Alerts</h1>
      <p class="lead">
        An alert is a saved query that tells when something new is on record, and why it tells. Each has feeds;
        webhooks and mail are set up with <code>onrecord alerts add</code>.
      </p>
      {alerts.length === 0 ? (
        <p class="empty">No alert is saved.{mayEdit ? ' Save one below.' : ''}</p>
      ) : (
        <Table
          caption="Alerts, oldest first"
          rows={alerts}
          columns={[
            { head: 'Name', cell: ({ id, name }) => <a href={`/alerts/${id}`}>{name}</a> },
            { head: 'Tells of', cell: ({ conditions }) => conditions.map((one) => <span class="tag">{one}</span>) },
            { head: 'Query', cell: queryOf },
            { head: 'Looked last', look: 'day', cell: ({ checkedAt }) => (checkedAt === null ? 'not yet' : timeOf(checkedAt)) },
            { head: 'Feeds', cell: (alert) => <Feeds alert={alert} /> },
          ]}
        />
      )}
      {mayEdit ? <Add given={given} hasAlerts={alerts.length > 0} /> : null}
    </Layout>
  ); // prettier-ignore
}

function Add({ given, hasAlerts }: { readonly given: AlertsProps['given']; readonly hasAlerts: boolean }) {
  return (
    <>
      {hasAlerts ? (
        <form method="post" action="/alerts/look">
          <button type="submit">Look now</button>
        </form>
      ) : null}
      <h2>Save an alert</h2>
      <form method="post" action="/alerts" class="stack">
        <label>
          Name <input name="name" maxlength={200} required />
        </label>
        <fieldset>
          <legend>Tell when</legend>
          {alertConditions.map((condition, i) => (
            <label class="check">
              <input type="checkbox" name="condition" value={condition} checked={i === 0} /> {meaning[condition]}
            </label>
          ))}
        </fieldset>
        <Field name="words" label="Words, as in search" value={given.words} />
        <Field name="speaker" label="Speaker" value={given.speaker} />
        <Field name="outlet" label="Outlet" value={given.outlet} />
        <Field name="entity" label="About, or named" value={given.entity} />
        <button type="submit">Save</button>
      </form>
    </>
  ); // prettier-ignore
}

interface AlertProps {
  readonly alert: Alert;
  /** Newest first. */
  readonly firings: readonly StoredFiring[];
}

/** One alert: what it watches, and what it found with the reason. */
export function AlertPage({ alert, firings }: AlertProps) {
  const mayEdit = useMayEdit();
  return (
    <Layout title={alert.name}>
      <p class="back">
        <a href="/alerts">← All alerts</a>
      </p>
      <h1>{alert.name}</h1>
      <p class="lead">
        {alert.conditions.map((condition) => meaning[condition].replace(/ \(.*/u, '')).join('; ')}. {queryOf(alert)}
      </p>
      <p class="facts">
        Since {timeOf(alert.createdAt)}; looked last {alert.checkedAt === null ? 'not yet' : timeOf(alert.checkedAt)}.
        Feeds: <Feeds alert={alert} />
      </p>
      <h2>Found</h2>
      {firings.length === 0 ? (
        <p class="empty">Nothing yet. It tells of what comes on record after it was saved.</p>
      ) : (
        <ul class="statements">
          {firings.map(({ condition, title, why, articleId, statementId, firedAt }) => (
            <li class="statement">
              <p class="words">
                <a class="clamp" href={statementId === null ? `/articles/${articleId}${condition === 'article-edited' ? '/versions' : ''}` : `/statements/${statementId}`}>{title}</a>
              </p>
              <p>{why}</p>
              <p class="facts">
                <span class="tag">{condition}</span> {timeOf(firedAt)}
              </p>
            </li>
          ))}
        </ul>
      )}
      {mayEdit ? (
        <form method="post" action={`/alerts/${alert.id}/end`}>
          <button type="submit">End this alert</button>
        </form>
      ) : null}
    </Layout>
  ); // prettier-ignore
}

function Feeds({ alert: { id } }: { readonly alert: Alert }) {
  return (
    <>
      {(['rss', 'atom', 'json'] as const).map((format) => (
        <>
          <a href={`/api/v1/alerts/${id}/feed.${format}`}>{format === 'json' ? 'JSON Feed' : format === 'rss' ? 'RSS' : 'Atom'}</a>{' '}
        </>
      ))}
    </>
  ); // prettier-ignore
}

function queryOf({ query }: Alert): string {
  const asked = Object.entries(query).filter(([, value]) => value !== undefined);
  return asked.map(([name, value]) => `${name}: ${String(value)}`).join('; ') || 'everything';
}

const timeOf = (at: Date) => minute(new Date(at).toISOString());
