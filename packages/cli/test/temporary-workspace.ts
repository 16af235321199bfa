import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { onTestFinished } from 'vitest';

const repository = join(import.meta.dirname, '../../..');
const seatrialFile = join(repository, 'packages/cli/bin/seatrial.mjs');

/** A repository of somebody's in a temporary folder; it goes away with the test. */
export interface TemporaryWorkspace {
  readonly root: string;
  readonly put: (path: string, text: string) => void;
  readonly read: (path: string) => string;
  /** Every file but the packages, by path from the root. */
  readonly files: () => Record<string, string>;
  /** Runs the real command line in the workspace. */
  readonly seatrial: (
    ...args: readonly string[]
  ) => Promise<{ code: number; stdout: string; stderr: string }>;
  /** The same workspace, whose runs see these variables as well. */
  readonly withEnvironment: (variables: Readonly<Record<string, string>>) => TemporaryWorkspace;
}

/** Has the engines and schemas of the fleets of {@link fleetText} in the cache: what is there already costs a second. */
export async function preparedOnce(): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'seatrial-cli-'));
  try {
    const { code, stderr } = await workspaceIn(root, {
      'environments/shop/fleet.ts': fleetText('shop'),
    }).seatrial('prepare');
    if (code !== 0) throw new Error(stderr);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

export function temporaryWorkspace(files: Readonly<Record<string, string>> = {}): TemporaryWorkspace {
  const root = mkdtempSync(join(tmpdir(), 'seatrial-cli-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return workspaceIn(root, files);
}

function workspaceIn(root: string, files: Readonly<Record<string, string>>): TemporaryWorkspace {
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
  mkdirSync(join(root, 'environments'));
  for (const [path, text] of Object.entries(files)) put(root, path, text);
  return opened(root, {});
}

function opened(root: string, variables: Readonly<Record<string, string>>): TemporaryWorkspace {
  return {
    root,
    put: (path, text) => put(root, path, text),
    read: (path) => readFileSync(join(root, path), 'utf8'),
    files: () => filesBelow(root),
    seatrial: async (...args) => {
      const { exitCode, stdout, stderr } = await execa(process.execPath, [seatrialFile, ...args], {
        cwd: root,
        reject: false,
        env: { NO_COLOR: '1', ...variables },
        stdin: 'ignore',
      });
      return { code: exitCode ?? -1, stdout, stderr };
    },
    withEnvironment: (more) => opened(root, { ...variables, ...more }),
  };
}

function put(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function filesBelow(root: string): Record<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('/node_modules/'));
  return Object.fromEntries(
    files.sort().map((path) => [path.slice(root.length + 1), readFileSync(path, 'utf8')]),
  );
}

/** The text of a fleet with one application; `more` are further fields of the fleet, `web` further ones of its workload. */
export function fleetText(
  name: string,
  { more = '', web = '' }: { more?: string; web?: string } = {},
): string {
  return `import { defineFleet } from '@seatrial/compiler';

export default defineFleet({
  name: '${name}',
  repository: 'https://git.example/fleet.git',
  engine: 'argo-cd',
  clusters: {
    paris: { kubernetes: '1.29', role: 'active', environments: ['prod'] },
    lab: { kubernetes: '1.29', environments: ['dev'] },
  },
  applications: {
    hello: {
      workloads: {
        web: { image: 'registry.example/hello:1.0.0', port: 8080, ${web} },
      },
      perEnvironment: { dev: { workloads: { web: { replicas: 3 } } } },
    },
  },
  ${more}
});
`;
}
