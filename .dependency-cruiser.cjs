// The way of the data, as import rules: a folder imports only from those before it (docs/architecture.md).
const order = [
  'terms',
  'text',
  'models',
  'read',
  'attribute',
  'resolve',
  'interpret',
  'link',
  'sentences',
  'pipeline',
  'ledger',
  'jobs',
  'formats',
  'alerts',
  'api',
  'web',
  'mcp',
  'server',
  'cli',
  'index',
];
const files = ['pipeline', 'server', 'index'];
const stages = ['read', 'attribute', 'resolve', 'interpret'];

const path = (name) => (files.includes(name) ? `^src/${name}\\.ts` : `^src/${name}/`);

const lookBack = order.slice(0, -1).map((name, i) => ({
  name: `${name}-looks-back`,
  comment: `${name} may import only from folders before it: data flows one way.`,
  severity: 'error',
  from: { path: path(name) },
  to: {
    path: order
      .slice(i + 1)
      .map(path)
      .join('|'),
  },
}));

const strangers = stages.map((name) => ({
  name: `${name}-knows-no-other-stage`,
  comment: 'Stages do not know one another; pipeline.ts alone knows their order.',
  severity: 'error',
  from: { path: path(name) },
  to: {
    path: stages
      .filter((s) => s !== name)
      .map(path)
      .join('|'),
  },
}));

module.exports = {
  forbidden: [
    ...lookBack,
    ...strangers,
    {
      name: 'no-cycles',
      comment: 'A cycle means two files are one.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'ledger-knows-no-pipeline',
      comment: 'The ledger knows the record, not how it was made.',
      severity: 'error',
      from: { path: '^src/ledger/' },
      to: { path: '^src/(read|attribute|resolve|interpret)/|^src/pipeline' },
    },
    {
      name: 'api-and-web-are-strangers',
      comment: 'server.ts mounts both; neither knows the other.',
      severity: 'error',
      from: { path: '^src/(api|web)/' },
      to: { path: '^src/(api|web)/', pathNot: '^src/$1/' },
    },
    {
      name: 'faces-ask-queries',
      comment: "The faces ask the ledger's queries, never its database.",
      severity: 'error',
      from: { path: '^src/(alerts|api|web|mcp|cli)/' },
      to: { path: 'node_modules/(pg|kysely|@electric-sql)/' },
    },
  ],
  // Imports of a type only count too: direction is about knowing, not about loading.
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: '\\.test\\.tsx?$',
  },
};
