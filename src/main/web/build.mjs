// Bundles the pages into OUT (default: where Maven packs them into the jar), or runs the unit tests.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const mostScriptBytes = 150_000; // compressed, first page: a promise of the product

if (process.argv.includes('--tests')) await runTests();
else await bundle(resolve(here, process.env.OUT ?? '../../../target/classes/web'));

async function bundle(out) {
  rmSync(join(out, 'assets'), { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const { metafile } = await build({
    absWorkingDir: here,
    entryPoints: {
      desk: 'main.tsx',
      import: 'import/main.tsx',
      account: 'account/main.tsx',
      board: 'board/main.tsx',
      admin: 'admin/main.tsx',
      look: 'style/look.css',
    },
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2022', 'chrome109', 'firefox115', 'safari16.4'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'eof',
    entryNames: 'assets/[name]-[hash]',
    outdir: out,
    metafile: true,
    logLevel: 'warning',
  });
  const made = Object.keys(metafile.outputs).map((path) => basename(path));
  const named = (entry, ending) =>
    `/assets/${made.find((name) => name.startsWith(`${entry}-`) && name.endsWith(ending))}`;
  // One page but for its script: what each shows is made by that.
  const page = readFileSync(join(here, 'page.html'), 'utf8');
  for (const [file, entry] of [
    ['index.html', 'desk'],
    ['import.html', 'import'],
    ['account.html', 'account'],
    ['board.html', 'board'],
    ['admin.html', 'admin'],
  ]) {
    const filled = page
      .replace('%ROOT%', entry)
      .replace('%SCRIPT%', named(entry, '.js'))
      .replace('%STYLE%', named('look', '.css'));
    writeFileSync(join(out, file), filled);
  }
  cpSync(join(here, 'icons'), out, { recursive: true });

  for (const name of made) {
    const bytes = gzipSync(readFileSync(join(out, 'assets', name))).length;
    console.log(`${name}: ${(bytes / 1000).toFixed(1)} kB compressed`);
    if (name.endsWith('.js') && bytes > mostScriptBytes)
      throw new Error(`${name} is over ${mostScriptBytes} bytes`);
  }
}

// Node's own runner cannot read TypeScript on every version we accept, so the tests are bundled first.
async function runTests() {
  const out = join(here, 'node_modules', '.tests');
  rmSync(out, { recursive: true, force: true });
  const tests = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.test.ts') && !path.startsWith('node_modules'),
  );
  await build({
    absWorkingDir: here,
    entryPoints: tests,
    bundle: true,
    platform: 'node',
    format: 'esm',
    outdir: out,
    outbase: '.',
    outExtension: { '.js': '.mjs' },
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  const files = tests.map((path) => join(out, path.replace(/\.ts$/, '.mjs')));
  process.exitCode = spawnSync(process.execPath, ['--test', ...files], { stdio: 'inherit' }).status ?? 1;
}
