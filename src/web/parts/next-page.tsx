interface NextPageProps {
  readonly path: string;
  /** The query of this page; what is undefined is left out. */
  readonly query: Readonly<Record<string, string | undefined>>;
  /** Where the next page begins; null at the end. */
  readonly cursor: string | null;
}

/** The link to the next page of a list, where there is one. */
export function NextPage({ path, query, cursor }: NextPageProps) {
  if (cursor === null) return null;
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const next = new URLSearchParams({ ...Object.fromEntries(given), cursor });
  return (
    <p>
      <a href={`${path}?${next.toString()}`} rel="next">
        Next page
      </a>
    </p>
  );
}
