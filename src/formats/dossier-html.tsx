import { dossierOf, headOf, type Dossier, type DossierLine } from './dossier.js';
import { webAddress, type About, type Statements } from './format.js';

const style = `
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 50rem; margin: 0 auto; padding: 1rem; }
li { margin: 0 0 1.25rem; break-inside: avoid; }
.words { margin: 0.15rem 0; }
.facts { font-size: 0.85em; opacity: 0.8; overflow-wrap: anywhere; margin: 0; }
`;

/** A dossier as one HTML file, without script and without anything from elsewhere. */
export async function* dossierHtml(statements: Statements, about: About): AsyncGenerator<string> {
  const dossier = await dossierOf(statements, about);
  // eslint-disable-next-line @typescript-eslint/no-base-to-string -- an element is its markup as a string
  const page = String(<Page dossier={dossier} />);
  yield `<!doctype html>\n${page}\n`;
}

function Page({ dossier }: { readonly dossier: Dossier }) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          http-equiv="content-security-policy"
          content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
        />
        <title>{dossier.title}</title>
        <style>{style}</style>
      </head>
      <body>
        <h1>{dossier.title}</h1>
        <p>{headOf(dossier)}</p>
        <ol>
          {dossier.lines.map((line) => (
            <Line line={line} />
          ))}
        </ol>
      </body>
    </html>
  );
}

function Line({ line }: { readonly line: DossierLine }) {
  const url = webAddress(line.url);
  return (
    <li>
      <strong>{line.who}</strong>
      {line.role === null ? '' : `, ${line.role}`} ({line.act}
      {line.positions.length === 0 ? '' : `; ${line.positions.join('; ')}`})
      <p class="words" dir="auto">
        {line.words}
      </p>
      <p class="facts">
        {line.day ?? 'undated'} · {line.outlet} ·{' '}
        {url === null ? (
          line.title
        ) : (
          <a href={url} rel="noreferrer noopener">
            {line.title}
          </a>
        )}{' '}
        · statement {line.statementId}, {line.hash}
      </p>
    </li>
  );
}
