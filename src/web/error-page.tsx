import { Layout } from './layout.js';

interface ErrorProps {
  /** What went wrong. */
  readonly what: string;
  /** What the reader can do about it. */
  readonly advice?: string;
}

/** A page that says what went wrong, what to do, and the way back. */
export function ErrorPage({ what, advice }: ErrorProps) {
  return (
    <Layout title={what.replace(/\.$/u, '')}>
      <h1>{what}</h1>
      <Ways advice={advice} />
    </Layout>
  );
}

/** The same within a page of which a part is shown already. */
export function Failure({ what, advice }: ErrorProps) {
  return (
    <>
      <h2>{what}</h2>
      <Ways advice={advice} />
    </>
  );
}

function Ways({ advice }: { readonly advice: string | undefined }) {
  return (
    <>
      {advice === undefined ? null : <p class="lead">{advice}</p>}
      <p>
        <a href="/">First page</a> · <a href="/search">All statements</a> ·{' '}
        <a href="/articles">All articles</a>
      </p>
    </>
  );
}
