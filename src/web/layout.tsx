import type { Child } from 'hono/jsx';
import { useMayEdit, usePage } from './parts/page-context.js';

interface LayoutProps {
  readonly title: string;
  /** Words in the search field. */
  readonly query?: string;
  readonly children: Child;
}

const places = [
  ['/search', 'Statements'],
  ['/articles', 'Articles'],
  ['/entities', 'People and bodies'],
  ['/outlets', 'Outlets'],
  ['/positions', 'Positions'],
  ['/recognition', 'Recognition'],
  ['/naming', 'Naming'],
] as const;

/** The frame of every page: head, search, content, foot. */
export function Layout({ title, query = '', children }: LayoutProps) {
  const { path, viewer } = usePage();
  const mayEdit = useMayEdit();
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title} · onrecord</title>
        <link rel="stylesheet" href="/style.css" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to the content
        </a>
        <header class="top">
          <div class="top-row">
            <a class="brand" href="/">
              onrecord
            </a>
            <form class="search" action="/search" role="search">
              <label class="visually-hidden" for="q">
                Search the statements
              </label>
              <input id="q" type="search" name="q" value={query} placeholder='Words, "a phrase", -not this' />{' '}
              {/* prettier-ignore */}
              <button type="submit">Search</button>
            </form>
            <Account />
          </div>
          <nav class="nav-row" aria-label="Main">
            {places.map(([href, name]) => (
              <a
                href={href}
                aria-current={path === href ? 'page' : path.startsWith(`${href}/`) ? 'true' : undefined}
              >
                {name}
              </a>
            ))}
          </nav>
        </header>
        <main id="main" tabindex={-1}>
          {children}
        </main>
        <footer>
          <p>
            Each statement links to its exact place in the article version it was read from. onrecord takes no
            side on any name or border; it records who uses which.
          </p>
          <nav aria-label="About this ledger">
            <a href="/health">Health</a> <a href="/corrections">Corrections</a>{' '}
            <a href="/api/v1/reference">API</a>
            {viewer === null ? null : (
              <>
                {' '}
                <a href="/alerts">Alerts</a>
              </>
            )}
            {mayEdit ? (
              <>
                {' '}
                <a href="/audit">Audit log</a>
              </>
            ) : null}
          </nav>
        </footer>
      </body>
    </html>
  );
}

/** Adding, signing in and out. */
function Account() {
  const { viewer } = usePage();
  return (
    <div class="account">
      {viewer?.role === 'editor' ? (
        <a class="add" href="/add">
          Add an article
        </a>
      ) : null}
      {viewer === null ? <a href="/sign-in">Sign in</a> : null}
      {viewer === null || viewer.name === 'local' ? null : (
        <form method="post" action="/sign-out">
          {viewer.name}{' '}
          <button class="plain" type="submit">
            Sign out
          </button>
        </form>
      )}
    </div>
  );
}
