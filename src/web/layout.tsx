import type { Child } from 'hono/jsx';

interface LayoutProps {
  readonly title: string;
  /** Words in the search field. */
  readonly query?: string;
  readonly children: Child;
}

/** The frame of every page: head, search, content, foot. */
export function Layout({ title, query = '', children }: LayoutProps) {
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
          <a class="brand" href="/">
            onrecord
          </a>
          <form class="search" action="/search" role="search">
            <label class="visually-hidden" for="q">
              Search the statements
            </label>
            <input id="q" type="search" name="q" value={query} placeholder="Search the statements" />
            <button type="submit">Search</button>
          </form>
          <nav aria-label="Main">
            <a href="/articles">Articles</a> <a href="/speakers">Speakers</a> <a href="/outlets">Outlets</a>{' '}
            <a href="/positions">Positions</a> <a href="/recognition">Recognition</a>{' '}
            <a href="/naming">Naming</a>
          </nav>
        </header>
        <main id="main">{children}</main>
        <footer>
          Each statement links to its exact place in the article version it was read from. onrecord takes no
          side on any name or border; it records who uses which.
        </footer>
      </body>
    </html>
  );
}
