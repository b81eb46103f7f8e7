import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { cp, mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { afterAll, beforeAll, expect, it } from 'vitest';

/** The package as another program finds it: only the files that npm would pack, beside the dependencies. */
const root = fileURLToPath(new URL('..', import.meta.url));
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-package-'));
  const home = join(folder, 'node_modules/onrecord');
  const listed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, encoding: 'utf8' }); // prettier-ignore
  // npm 12 gives the packages by name, earlier ones as a list.
  const packed = Object.values(JSON.parse(listed) as Record<string, { files: { path: string }[] }>)[0]!;
  for (const { path } of packed.files) {
    if (path.startsWith('dist/')) continue;
    await mkdir(dirname(join(home, path)), { recursive: true });
    await cp(join(root, path), join(home, path));
    if (/(?<!\.d|\.test)\.tsx?$/u.test(path)) await compile(home, path);
  }
  symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'));
}, 300_000);
afterAll(() => rm(folder, { recursive: true }));

/** As the build does, file by file; the build's own check of types is the linter's. */
async function compile(home: string, path: string): Promise<void> {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (file) => readFileSync(file, 'utf8')) as { config: { compilerOptions: object } }; // prettier-ignore
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const source = readFileSync(join(root, path), 'utf8');
  const { outputText } = ts.transpileModule(source, { fileName: path, compilerOptions: { ...options, module: ts.ModuleKind.ESNext, sourceMap: false } }); // prettier-ignore
  const out = join(home, path.replace(/^src/u, 'dist').replace(/tsx?$/u, 'js'));
  await mkdir(dirname(out), { recursive: true });
  writeFileSync(out, outputText);
}

const program = `
import { ApiError, attribute, createClient, createEngine, createServer, makeRecord, openLedger, readPage, readText } from 'onrecord';

const text = 'The mayor of Harn, Ada Berg, said that the bridge would open in May of next year.';
const engine = createEngine('rules');
const { attributions } = await attribute(text, 'en', engine);
const { article } = readText(text, { url: 'https://courier.example/1' });
const { statements } = await makeRecord(article, { engine });
const ledger = { article: async () => null };
const server = createServer({ ledger, engine });
const client = createClient('http://local.example', { fetch: async (url, init) => server.request(url, init) });
const missing = await client.article('f'.repeat(16)).catch((error) => error instanceof ApiError && error.status);
console.log(JSON.stringify([attributions.length, statements[0].speaker.entity, readPage('<p>').article, missing, typeof openLedger]));
`;

it('imports from a packed package', () => {
  writeFileSync(join(folder, 'program.mjs'), program);
  const out = execFileSync(process.execPath, ['program.mjs'], { cwd: folder, encoding: 'utf8' });
  expect(JSON.parse(out)).toEqual([1, 'Ada Berg', null, 404, 'function']);
}, 300_000);
