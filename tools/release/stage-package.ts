import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { releasedManifest, withBuiltNames, withBuiltPaths, type Manifest } from './manifest.ts';

/** Files of a package that nobody who installs it needs. */
const notReleased = /^(test|dist)\/|^tsconfig\.json$|\.d\.ts$/;

/**
 * Writes a package into `stage` as it is installed: JavaScript, because Node strips no types below node_modules, types, and
 * whatever else of it git tracks.
 *
 * @param root absolute path of the repository, whose types `tsc -b` has emitted
 * @param folder of the package, from there
 * @param stage absolute path of an empty folder
 */
export function stagePackage(root: string, folder: string, stage: string): void {
  const home = join(root, folder);
  build(root, folder, stage);
  for (const file of trackedFiles(home)) {
    if (notReleased.test(file)) continue;
    const isSource = file.startsWith('src/');
    if (isSource && file.endsWith('.ts')) continue;
    const target = join(stage, isSource ? file.replace(/^src/, 'dist') : file);
    mkdirSync(dirname(target), { recursive: true });
    if (file === 'package.json') {
      const manifest = releasedManifest(JSON.parse(readFileSync(join(home, file), 'utf8')) as Manifest);
      writeFileSync(target, `${JSON.stringify(manifest, null, 2)}\n`);
    } else if (/^(bin\/.*|[^/]*\.json)$/.test(file)) {
      writeFileSync(target, withBuiltPaths(readFileSync(join(home, file), 'utf8')));
    } else cpSync(join(home, file), target);
  }
  cpSync(join(root, 'LICENSE'), join(stage, 'LICENSE'));
}

function build(root: string, folder: string, stage: string): void {
  const home = join(root, folder);
  const { references = [] } = JSON.parse(readFileSync(join(home, 'tsconfig.json'), 'utf8')) as {
    references?: readonly { readonly path: string }[];
  };
  mkdirSync(stage, { recursive: true });
  const config = join(stage, 'tsconfig.json');
  const settings = {
    extends: join(root, 'tsconfig.base.json'),
    compilerOptions: {
      composite: false,
      incremental: false,
      emitDeclarationOnly: false,
      rewriteRelativeImportExtensions: true,
      rootDir: join(home, 'src'),
      outDir: join(stage, 'dist'),
      typeRoots: [join(root, 'node_modules/@types')],
    },
    include: [join(home, 'src')],
    references: references.map(({ path }) => ({ path: join(home, path) })),
  };
  writeFileSync(config, JSON.stringify(settings));
  run(join(root, 'node_modules/.bin/tsc'), ['-p', config], root);
  for (const entry of readdirSync(join(stage, 'dist'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(js|d\.ts)$/.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    writeFileSync(file, withBuiltNames(readFileSync(file, 'utf8')));
  }
}

/** Files that git tracks or would track, as far as they are there. */
function trackedFiles(home: string): readonly string[] {
  const listed = run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], home);
  return listed.split('\0').filter((file) => file !== '' && existsSync(join(home, file)));
}

/** @throws Error with what the program said */
function run(program: string, args: readonly string[], cwd: string): string {
  try {
    return execFileSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${program} ${args.join(' ')} failed:\n${stdout}${stderr}`, { cause: error });
  }
}
