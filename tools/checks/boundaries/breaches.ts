import { posix } from 'node:path';
import {
  bans,
  packages,
  siblings,
  stages,
  type Ban,
  type Package,
  type Sibling,
  type Stages,
} from './rules.ts';
import { scan, type Use } from './scan.ts';

/** One use of what a boundary forbids. */
export interface Breach {
  readonly file: string;
  readonly line: number;
  /** One sentence. */
  readonly rule: string;
}

/** The tables of `rules.ts`, or smaller ones in a test. */
export interface Rules {
  readonly stages: Stages;
  readonly siblings: readonly Sibling[];
  readonly packages: Readonly<Record<string, Package>>;
  readonly bans: readonly Ban[];
}

const repositoryRules: Rules = { stages, siblings, packages, bans };

/** Every breach in the given sources (path from the repository's root to text), in the order of the files. */
export function findBreaches(
  sources: ReadonlyMap<string, string>,
  rules: Rules = repositoryRules,
): readonly Breach[] {
  const breaches: Breach[] = [];
  for (const [file, text] of sources) {
    const add = (line: number, rule: string): void => void breaches.push({ file, line, rule });
    if (lacksStage(file, rules)) add(1, `the folder has no stage in tools/checks/boundaries/rules.ts`);
    for (const use of scan(file, text)) {
      for (const rule of brokenRules(file, use, rules)) add(use.line, rule);
    }
  }
  return breaches;
}

function brokenRules(file: string, use: Use, rules: Rules): string[] {
  const broken = rules.bans
    .filter((ban) => applies(ban, file) && isBanned(ban, use))
    .map((ban) => `${named(use)}: ${ban.rule}`);
  if (use.module === undefined) return broken;
  const home = folderOf(file, Object.keys(rules.packages));
  if (home === undefined) return broken;
  if (!use.module.startsWith('.')) return [...broken, ...brokenPackageRule(file, home, use.module, rules)];
  const target = posix.normalize(posix.join(posix.dirname(file), use.module));
  if (!isInside(target, home)) return [...broken, `${use.module}: another package is imported by its name`];
  if (isTest(target) && !isTest(file)) broken.push(`${use.module}: nothing but a test imports from a test`);
  return [...broken, ...brokenStageRule(file, target, use, rules)];
}

function brokenPackageRule(file: string, home: string, module: string, rules: Rules): string[] {
  const own = Object.values(rules.packages).find(
    ({ name }) => module === name || module.startsWith(`${name}/`),
  );
  if (own === undefined) return [];
  const entries = ['', ...(own.entries ?? []).map((entry) => `/${entry}`)];
  if (!entries.includes(module.slice(own.name.length)))
    return [`${module}: a package is imported through its index.ts only`];
  const { name, imports, inTests = [] } = rules.packages[home]!;
  const allowed = isTest(file) ? [...imports, ...inTests] : imports;
  return own.name === name || allowed.includes(own.name) ? [] : [`${name} must not import ${own.name}`];
}

function brokenStageRule(file: string, target: string, use: Use, rules: Rules): string[] {
  const root = folderOf(file, Object.keys(rules.stages));
  if (root === undefined || !isInside(target, root)) return [];
  const layers = rules.stages[root]!;
  const from = stageOf(file, root, layers);
  const to = stageOf(target, root, layers);
  if (from === undefined || to === undefined || from.name === to.name) return [];
  if (to.layer < from.layer) return [];
  if (to.layer > from.layer) return [`${from.name} must not import ${to.name}, a later stage`];
  const open = rules.siblings.filter((sibling) => sibling.in === root && sibling.from === from.name);
  const allowed = open.some(
    ({ to: folder, names }) =>
      isInside(target, `${root}/${folder}`) && (names === undefined || onlyTakes(use, names)),
  );
  return allowed ? [] : [`${from.name} must not import this from ${to.name}, which stands beside it`];
}

function onlyTakes(use: Use, names: readonly string[]): boolean {
  return use.names !== undefined && use.names.length > 0 && use.names.every((name) => names.includes(name));
}

function stageOf(file: string, root: string, layers: readonly (readonly string[])[]) {
  const all = layers.flatMap((names, layer) => names.map((name) => ({ name, layer })));
  return all
    .filter(({ name }) => isInside(file, `${root}/${name}`))
    .toSorted((a, b) => b.name.length - a.name.length)[0];
}

function lacksStage(file: string, rules: Rules): boolean {
  const root = folderOf(file, Object.keys(rules.stages));
  return root !== undefined && stageOf(file, root, rules.stages[root]!) === undefined;
}

function applies(ban: Ban, file: string): boolean {
  if (isTest(file) || folderOf(file, ban.except ?? []) !== undefined) return false;
  return folderOf(file, ban.in) !== undefined;
}

function isBanned(ban: Ban, use: Use): boolean {
  if (use.module !== undefined) return ban.modules.includes(use.module.replace(/^node:/, ''));
  return ban.globals.some(
    (banned) =>
      banned === use.global || (banned.endsWith('.*') && use.global?.startsWith(banned.slice(0, -1))),
  );
}

function named(use: Use): string {
  return use.module ?? use.global ?? '';
}

function isTest(path: string): boolean {
  return /(^|\/)test\/|\.test\.ts$/.test(path);
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

function folderOf(path: string, folders: readonly string[]): string | undefined {
  return folders.find((folder) => isInside(path, folder));
}
