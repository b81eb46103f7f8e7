/** What of sql.js is used here. The types made for it bring in a browser's, which clash with Node's. */
declare module 'sql.js' {
  type Value = string | number | Uint8Array | null;
  export interface Database {
    run(sql: string, values?: readonly Value[]): Database;
    exec(sql: string, values?: readonly Value[]): { columns: string[]; values: Value[][] }[];
    /** The whole file. */
    export(): Uint8Array;
    close(): void;
  }
  export default function initSqlJs(): Promise<{ Database: new (file?: Uint8Array) => Database }>;
}
