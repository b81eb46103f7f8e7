/**
 * Tables of a database of Discourse Network Analyzer 3.0 (SQLite), by the names and columns that its program reads. Short
 * texts have fewer than 191 characters there.
 */
const permissions = [
  'AddDocuments', 'EditDocuments', 'DeleteDocuments', 'ImportDocuments', 'AddStatements', 'EditStatements',
  'DeleteStatements', 'EditAttributes', 'EditRegex', 'EditStatementTypes', 'EditCoders', 'EditCoderRelations',
  'ViewOthersDocuments', 'EditOthersDocuments', 'ViewOthersStatements', 'EditOthersStatements',
]; // prettier-ignore

/** Characters of a short text. */
export const shortTextLength = 190;

const id = 'ID INTEGER PRIMARY KEY NOT NULL';
const flag = (name: string, value: 0 | 1) =>
  `${name} INTEGER NOT NULL DEFAULT ${value} CHECK (${name} BETWEEN 0 AND 1)`;
const short = (name: string, more = '') => `${name} TEXT NOT NULL${more} CHECK (LENGTH(${name}) < 191)`;
const color = ['Red', 'Green', 'Blue'].map((name) => `${name} INTEGER NOT NULL DEFAULT 0 CHECK (${name} BETWEEN 0 AND 255)`); // prettier-ignore
const foreign = (column: string, table: string) =>
  `FOREIGN KEY(${column}) REFERENCES ${table}(ID) ON DELETE CASCADE`;
const table = (name: string, ...parts: string[]) => `CREATE TABLE ${name}(${parts.join(', ')})`;

/** The value of one variable in one statement. */
const data = (type: string, value: string, ...more: string[]) =>
  table(`DATA${type}`, id, 'StatementId INTEGER NOT NULL', 'VariableId INTEGER NOT NULL', value, ...more,
    foreign('StatementId', 'STATEMENTS'), foreign('VariableId', 'VARIABLES'), 'UNIQUE (StatementId, VariableId)'); // prettier-ignore

export const dnaTables: readonly string[] = [
  table('SETTINGS', 'Property TEXT PRIMARY KEY', 'Value TEXT NOT NULL'),
  table('CODERS', id, short('Name'), ...color, 'Refresh INTEGER NOT NULL DEFAULT 0', 'FontSize INTEGER NOT NULL DEFAULT 14',
    short('Password'), 'PopupWidth INTEGER DEFAULT 300', flag('ColorByCoder', 0), flag('PopupDecoration', 0), flag('PopupAutoComplete', 1),
    ...permissions.map((name) => flag(`Permission${name}`, 1))),
  table('DOCUMENTS', id, short('Title'), 'Text TEXT NOT NULL', 'Coder INTEGER', short('Author', " DEFAULT ''"), short('Source', " DEFAULT ''"),
    short('Section', " DEFAULT ''"), `Notes TEXT NOT NULL DEFAULT ''`, short('Type', " DEFAULT ''"), 'Date INTEGER NOT NULL', foreign('Coder', 'CODERS')),
  table('STATEMENTTYPES', id, short('Label'), ...color),
  table('VARIABLES', id, short('Variable'), `DataType TEXT NOT NULL DEFAULT 'short text' CHECK (DataType IN ('boolean', 'integer', 'long text', 'short text'))`,
    'StatementTypeId INTEGER', foreign('StatementTypeId', 'STATEMENTTYPES'), 'UNIQUE (Variable, StatementTypeId)'),
  table('VARIABLELINKS', id, 'SourceVariableId INTEGER', 'TargetVariableId INTEGER', 'CHECK (TargetVariableId != SourceVariableId)',
    foreign('SourceVariableId', 'VARIABLES'), foreign('TargetVariableId', 'VARIABLES')),
  table('REGEXES', 'Label TEXT PRIMARY KEY CHECK (LENGTH(Label) < 191)', ...color),
  table('CODERRELATIONS', id, 'Coder INTEGER CHECK (Coder > 0)', 'OtherCoder INTEGER CHECK (OtherCoder > 0)',
    ...['viewStatements', 'editStatements', 'viewDocuments', 'editDocuments'].map((name) => flag(name, 1)), 'CHECK (Coder != OtherCoder)',
    foreign('Coder', 'CODERS'), foreign('OtherCoder', 'CODERS')),
  table('STATEMENTS', id, 'StatementTypeId INTEGER', 'DocumentId INTEGER', 'Start INTEGER NOT NULL CHECK (Start >= 0)', 'Stop INTEGER NOT NULL CHECK (Stop >= 0)',
    'Coder INTEGER', 'CHECK (Start < Stop)', foreign('StatementTypeId', 'STATEMENTTYPES'), foreign('Coder', 'CODERS'), foreign('DocumentId', 'DOCUMENTS')),
  data('BOOLEAN', 'Value INTEGER NOT NULL DEFAULT 1'),
  data('INTEGER', 'Value INTEGER NOT NULL DEFAULT 0'),
  table('ENTITIES', id, 'VariableId INTEGER NOT NULL', short('Value', " DEFAULT ''"), ...['Red', 'Green', 'Blue'].map((name) => `${name} INTEGER CHECK (${name} BETWEEN 0 AND 255)`),
    'ChildOf INTEGER CHECK (ChildOf > 0)', 'UNIQUE (VariableId, Value)', foreign('ChildOf', 'ENTITIES'), foreign('VariableId', 'VARIABLES')),
  data('SHORTTEXT', 'Entity INTEGER NOT NULL', foreign('Entity', 'ENTITIES')),
  data('LONGTEXT', `Value TEXT DEFAULT ''`),
  table('ATTRIBUTEVARIABLES', id, 'VariableId INTEGER NOT NULL', short('AttributeVariable'), 'UNIQUE (VariableId, AttributeVariable)', foreign('VariableId', 'VARIABLES')),
  table('ATTRIBUTEVALUES', id, 'EntityId INTEGER NOT NULL', 'AttributeVariableId INTEGER NOT NULL', short('AttributeValue', " DEFAULT ''"),
    'UNIQUE (EntityId, AttributeVariableId)', foreign('EntityId', 'ENTITIES'), foreign('AttributeVariableId', 'ATTRIBUTEVARIABLES')),
]; // prettier-ignore
