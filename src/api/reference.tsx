/**
 * The reference page, made on the server from the OpenAPI document. The ready-made viewers are scripts of one megabyte
 * that fetch fonts and want inline styles; this page needs neither and reads without a script.
 */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Child } from 'hono/jsx';

type Document = ReturnType<OpenAPIHono['getOpenAPI31Document']>;
type PathItem = NonNullable<Document['paths']>[string];
type Operation = NonNullable<PathItem['get']>;
type Schema = NonNullable<NonNullable<Document['components']>['schemas']>[string];

export const referenceStyle = `
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; }
code { font: 0.9em ui-monospace, monospace; overflow-wrap: anywhere; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid; }
h3 { margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.25rem 0.75rem 0.25rem 0; border-bottom: 1px solid #8886; }
.scroll { overflow-x: auto; }
`;

/** The page of a document. */
export function referencePage(document: Document) {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]: [string, PathItem]) =>
    (['get', 'post'] as const).flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [{ path, method, operation }];
    }),
  );
  const tags = [...new Set(operations.map(({ operation }) => tagOf(operation)))];
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>API reference · onrecord</title>
        <link rel="stylesheet" href="reference.css" />
      </head>
      <body>
        <main>
          <h1>API reference</h1>
          <p>{document.info.description}</p>
          <p>
            All paths are below <code>{document.servers?.[0]?.url}</code>. The same as a document for
            programs: <a href="openapi.json">openapi.json</a>.
          </p>
          {tags.map((tag) => (
            <section>
              <h2>{tag}</h2>
              {operations
                .filter(({ operation }) => tagOf(operation) === tag)
                .map(({ path, method, operation }) => (
                  <OperationPart path={path} method={method} operation={operation} />
                ))}
            </section>
          ))}
          <h2>Shapes</h2>
          {Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => (
            <section>
              <h3 id={`shape-${name}`}>{name}</h3>
              {'description' in schema ? <p>{schema.description}</p> : null}
              <Fields schema={schema} />
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}

function tagOf(operation: Operation): string {
  return operation.tags?.[0] ?? 'Other';
}

function OperationPart({
  path,
  method,
  operation,
}: {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
}) {
  const parameters = (operation.parameters ?? []).flatMap((p) => ('name' in p ? [p] : []));
  return (
    <article>
      <h3 id={`${method}-${path}`}>
        <code>
          {method.toUpperCase()} {path}
        </code>
      </h3>
      <p>
        {operation.summary}. {operation.description}
      </p>
      {parameters.length === 0 ? null : (
        <Table
          heads={['Parameter', 'In', 'Type', 'What it does']}
          rows={parameters.map((p) => [
            <code>{p.name}</code>,
            `${p.in}${p.required === true ? ', required' : ''}`,
            <Type schema={p.schema ?? {}} />,
            p.description ??
              (p.schema !== undefined && 'description' in p.schema ? p.schema.description : ''),
          ])}
        />
      )}
      {operation.requestBody !== undefined && 'content' in operation.requestBody ? (
        <p>
          Body: <Content content={operation.requestBody.content} />
        </p>
      ) : null}
      <Table
        heads={['Answer', 'Body', 'When']}
        rows={Object.entries((operation.responses ?? {}) as Record<string, Answer>).map(
          ([status, answer]) => [
            status,
            answer.content === undefined ? '–' : <Content content={answer.content} />,
            answer.description,
          ],
        )}
      />
    </article>
  );
}

type Contents = Readonly<Record<string, { schema?: unknown }>>;
interface Answer {
  readonly description?: string;
  readonly content?: Contents;
}

function Content({ content }: { readonly content: Contents }) {
  return (
    <>
      {Object.entries(content).map(([type, { schema }], i) => (
        <>
          {i === 0 ? '' : ', or '}
          <code>{type}</code> (<Type schema={(schema ?? {}) as Schema} />)
        </>
      ))}
    </>
  );
}

function Fields({ schema }: { readonly schema: Schema }) {
  if (!('properties' in schema)) return <Type schema={schema} />;
  const required = new Set(schema.required ?? []);
  return (
    <Table
      heads={['Field', 'Type', 'What it is']}
      rows={Object.entries(schema.properties).map(([name, field]: [string, Schema]) => [
        <code>{name + (required.has(name) ? '' : '?')}</code>,
        <Type schema={field} />,
        'description' in field ? field.description : '',
      ])}
    />
  );
}

/** A type in one line: a shape by its name, a list by what is in it, a closed list by its words. */
function Type({ schema }: { readonly schema: Schema }): Child {
  if ('$ref' in schema) {
    const name = schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
    return <a href={`#shape-${name}`}>{name}</a>;
  }
  const { type, items, enum: words, prefixItems, properties, anyOf, allOf, const: only } = schema as OneOf;
  if (only !== undefined) return <code>{JSON.stringify(only)}</code>;
  if (words !== undefined) return words.map(String).join(' | ');
  if (prefixItems !== undefined) return <>[{prefixItems.map((s, i) => <>{i === 0 ? '' : ', '}<Type schema={s} /></>)}]</>; // prettier-ignore
  if (items !== undefined) return <>list of <Type schema={items} /></>; // prettier-ignore
  if (properties !== undefined) return <Fields schema={schema} />;
  const several = anyOf ?? allOf;
  if (several !== undefined) return <>{several.map((s, i) => <>{i === 0 ? '' : ' or '}<Type schema={s} /></>)}</>; // prettier-ignore
  return Array.isArray(type) ? type.join(' or ') : (type ?? 'anything');
}

interface OneOf {
  readonly type?: string | string[];
  readonly items?: Schema;
  readonly enum?: unknown[];
  readonly prefixItems?: Schema[];
  readonly properties?: Record<string, Schema>;
  readonly anyOf?: Schema[];
  readonly allOf?: Schema[];
  readonly const?: unknown;
}

function Table({
  heads,
  rows,
}: {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly Child[])[];
}) {
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((cell) => (
                <td>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
