import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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
  readonly seatrial: (...args: readonly string[]) => Promise<{ code: number; stdout: string; stderr: string }>;
}

export function temporaryWorkspace(files: Readonly<Record<string, string>> = {}): TemporaryWorkspace {
  const root = mkdtempSync(join(tmpdir(), 'seatrial-cli-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
  mkdirSync(join(root, 'environments'));
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const [path, text] of Object.entries(files)) put(path, text);
  return {
    root,
    put,
    read: (path) => readFileSync(join(root, path), 'utf8'),
    files: () => filesBelow(root),
    seatrial: async (...args) => {
      const { exitCode, stdout, stderr } = await execa(process.execPath, [seatrialFile, ...args], {
        cwd: root,
        reject: false,
        env: { NO_COLOR: '1' },
        stdin: 'ignore',
      });
      return { code: exitCode ?? -1, stdout, stderr };
    },
  };
}

function filesBelow(root: string): Record<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('/node_modules/'));
  return Object.fromEntries(files.sort().map((path) => [path.slice(root.length + 1), readFileSync(path, 'utf8')]));
}

/** The text of a fleet with one application; `more` are further fields of the fleet, `web` further ones of its workload. */
export function fleetText(name: string, { more = '', web = '' }: { more?: string; web?: string } = {}): string {
  return `import { defineFleet } from '@seatrial/compiler';

export default defineFleet({
  name: '${name}',
  repository: 'https://git.example/fleet.git',
  engine: 'argo-cd',
  clusters: {
    paris: { kubernetes: '1.34', role: 'active', environments: ['prod'] },
    lab: { kubernetes: '1.34', environments: ['dev'] },
  },
  applications: {
    hello: {
      workloads: {
        web: { image: 'registry.example/hello:1.0.0', port: 8080, ${web} },
      },
      perEnvironment: { dev: { workloads: { web: { replicas: 1 } } } },
    },
  },
  ${more}
});
`;
}
