import { Layout } from './layout.js';

/** A page that says what went wrong, and the way back. */
export function ErrorPage({ what }: { readonly what: string }) {
  return (
    <Layout title="Not here">
      <h1>{what}</h1>
      <p>
        <a href="/">Back to the first page</a>
      </p>
    </Layout>
  );
}
