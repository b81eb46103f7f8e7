import { createHash } from 'node:crypto';
import initSqlJs, { type Database } from 'sql.js';
import type { ExportedStatement } from '../ledger/ledger.js';
import { dnaTables } from './dna-schema.js';
import { eventsOf, notesOf, short, timeOf, type DnaEvent } from './dna-events.js';
import { collect, wordsOf, type Statements } from './format.js';

/** Statements of one file; it is made in memory. */
const mostStatements = 50_000;

/** Who may open the file in that program: coder Admin, with this password, which is no secret. */
export const dnaPassword = 'onrecord';

/** Statement types, their variables and what kind of value each holds. The first is that program's own. */
const types = [
  { label: 'DNA Statement', variables: { person: 'short text', organization: 'short text', concept: 'short text', agreement: 'boolean' } },
  { label: 'Position without a side', variables: { person: 'short text', organization: 'short text', concept: 'short text', stance: 'short text' } },
  { label: 'Statement on record', variables: { person: 'short text', organization: 'short text', act: 'short text', kind: 'short text', note: 'long text' } },
] as const; // prettier-ignore

/**
 * A database that Discourse Network Analyzer 3.0 opens: the articles, every position that takes a side as a DNA Statement,
 * every other position and every statement under types of their own. Offsets are UTF-16 code units there as here.
 * @throws {TooManyStatementsError} beyond 50,000 statements.
 */
export async function* dnaSqlite(statements: Statements): AsyncGenerator<Uint8Array> {
  const rows = await collect(statements, mostStatements);
  const { Database } = await initSqlJs();
  const db = new Database();
  try {
    for (const table of dnaTables) db.run(table);
    db.run('BEGIN');
    new Writer(db).write(rows);
    db.run('COMMIT');
    yield db.export();
  } finally {
    db.close();
  }
}

type Values = Readonly<Record<string, string | boolean>>;

/** Hands out the ids, which count up from 1 in each table. */
class Writer {
  private readonly variables = new Map<string, { id: number; type: string }>();
  private readonly documents = new Map<string, number>();
  private readonly entities = new Map<string, number>();
  private statements = 0;
  private values = 0;

  constructor(private readonly db: Database) {}

  write(rows: readonly ExportedStatement[]): void {
    this.writeFrame();
    for (const row of rows) {
      const { speaker, act, kind } = row.statement;
      this.writeStatement(row, 3, { ...actor(row, speaker.entity), act, kind, note: wordsOf(row) });
      for (const event of eventsOf(row)) this.writeEvent(event);
    }
  }

  private writeFrame(): void {
    this.insert('SETTINGS (Property, Value)', 'version', '3.0.11');
    this.insert('SETTINGS (Property, Value)', 'date', '2023-01-01');
    this.insert('CODERS (ID, Name, Red, Green, Blue, Password)', 1, 'Admin', 255, 255, 0, passwordHash(dnaPassword));
    types.forEach(({ label, variables }, i) => {
      this.insert('STATEMENTTYPES (ID, Label, Red, Green, Blue)', i + 1, label, 239, 208, 51 + 90 * i);
      for (const [name, type] of Object.entries(variables)) {
        const id = this.variables.size + 1;
        this.variables.set(`${i + 1} ${name}`, { id, type });
        this.insert('VARIABLES (ID, Variable, DataType, StatementTypeId)', id, name, type, i + 1);
      }
    });
  } // prettier-ignore

  private writeEvent({ row, position, person, organization, concept, agreement }: DnaEvent): void {
    if (agreement === null)
      this.writeStatement(row, 2, { person, organization, concept, stance: position.stance });
    else this.writeStatement(row, 1, { person, organization, concept, agreement });
  }

  private writeStatement(row: ExportedStatement, type: 1 | 2 | 3, values: Values): void {
    const { content } = row.statement;
    const id = ++this.statements;
    this.insert('STATEMENTS (ID, StatementTypeId, DocumentId, Start, Stop, Coder)', id, type, this.document(row), content[0]![0], content.at(-1)![1], 1); // prettier-ignore
    for (const [name, value] of Object.entries(values)) {
      const variable = this.variables.get(`${type} ${name}`)!;
      const key = [++this.values, id, variable.id] as const;
      if (variable.type === 'boolean')
        this.insert('DATABOOLEAN (ID, StatementId, VariableId, Value)', ...key, value === true ? 1 : 0);
      else if (variable.type === 'long text')
        this.insert('DATALONGTEXT (ID, StatementId, VariableId, Value)', ...key, value);
      else
        this.insert(
          'DATASHORTTEXT (ID, StatementId, VariableId, Entity)',
          ...key,
          this.entity(variable.id, String(value)),
        );
    }
  }

  private document(row: ExportedStatement): number {
    const key = row.statement.article.id;
    const known = this.documents.get(key);
    if (known !== undefined) return known;
    const id = this.documents.size + 1;
    this.documents.set(key, id);
    const { title, text, authors, outlet } = row.article;
    this.insert('DOCUMENTS (ID, Title, Text, Coder, Author, Source, Section, Notes, Type, Date)', id, short(title ?? 'Untitled article'), text, 1, short(authors.join(', ')), short(outlet ?? ''), '', notesOf(row), 'onrecord', timeOf(row)); // prettier-ignore
    return id;
  }

  private entity(variable: number, value: string): number {
    const key = `${variable} ${value}`;
    const known = this.entities.get(key);
    if (known !== undefined) return known;
    const id = this.entities.size + 1;
    this.entities.set(key, id);
    this.insert('ENTITIES (ID, VariableId, Value, Red, Green, Blue)', id, variable, value, 0, 0, 0);
    return id;
  }

  /** @param into table and columns, from this file alone; the values are bound. */
  private insert(into: string, ...values: readonly (string | number | boolean)[]): void {
    this.db.run(
      `INSERT INTO ${into} VALUES (${values.map(() => '?').join(', ')})`,
      values.map((value) => (typeof value === 'boolean' ? Number(value) : value)),
    );
  }
}

/** Person or organization, by the type of the speaker; both empty where nobody is named. */
function actor({ statement }: ExportedStatement, name: string | null): Values {
  const isPerson = statement.speaker.type === 'person';
  return { person: isPerson ? short(name ?? '') : '', organization: isPerson ? '' : short(name ?? '') };
}

/**
 * A password as that program stores it (Jasypt's StrongPasswordEncryptor): 16 bytes of salt, then SHA-256 over salt and
 * password, taken 100,000 times, in Base64. The salt is fixed, so that the same statements give the same file.
 */
function passwordHash(password: string): string {
  const salt = createHash('sha256').update('onrecord').digest().subarray(0, 16);
  let digest = createHash('sha256').update(salt).update(password.normalize('NFC')).digest();
  for (let i = 1; i < 100_000; i++) digest = createHash('sha256').update(digest).digest();
  return Buffer.concat([salt, digest]).toString('base64');
}
