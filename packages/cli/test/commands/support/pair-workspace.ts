import { join } from 'node:path';
import { execa } from 'execa';
import { temporaryWorkspace, type TemporaryWorkspace } from '../../temporary-workspace.ts';

/** A committed workspace with the fleet `shop`, whose clusters are a pair and a hub. */
export interface PairWorkspace extends TemporaryWorkspace {
  readonly git: (...args: readonly string[]) => Promise<string>;
}

/** The text of a fleet whose clusters are said as given. */
export function shopText(clusters: string, { imports = '', more = '' } = {}): string {
  return `import { defineFleet } from '@seatrial/compiler';
${imports}
export default defineFleet({
  name: 'shop',
  repository: 'https://git.example/shop/fleet.git',
  engine: 'argo-cd',
  ${clusters},
  applications: {
    api: {
      on: { environments: ['prod'] },
      workloads: { api: { image: 'registry.example/shop/api:1.4.2', port: 8080, replicas: 3 } },
      perRole: { standby: { workloads: { api: { replicas: 1 } } } },
    },
  },
  failover: { paris: 'dublin' },
  ${more}
});
`;
}

/** Three clusters, written as people write when nothing formats what they write. */
export const plainClusters = `clusters: {
    hub: { kubernetes: '1.34', role: 'hub' },
    // The pair. role: 'active' is what serves.
    paris:  { kubernetes: '1.34',   role: 'active'  , environments: ['prod'] }, // since May
    dublin: {
      role: "standby" /* since March */,
      kubernetes: '1.34', environments: ['prod'],
    },
  }`;

/** Compiled and committed on the branch `main`. */
export async function pairWorkspace(files: Readonly<Record<string, string>>): Promise<PairWorkspace> {
  const workspace = temporaryWorkspace({ '.gitignore': 'node_modules\n', ...files }).withEnvironment({
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
  });
  const git = async (...args: readonly string[]): Promise<string> => {
    const { stdout } = await execa('git', [...args], {
      cwd: workspace.root,
      env: { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
    });
    return stdout;
  };
  const compiled = await workspace.seatrial('compile');
  if (compiled.code !== 0) throw new Error(compiled.stderr);
  await git('init', '--quiet', '--initial-branch=main');
  await git('config', 'user.name', 'Ada');
  await git('config', 'user.email', 'ada@shop.example');
  await git('add', '--all');
  await git('commit', '--quiet', '--message', 'the beginning');
  return { ...workspace, git };
}

const program = join(import.meta.dirname, '../../../bin/seatrial.mjs');

/** A failover whose hooks know its process by `$SEATRIAL`: the shell becomes the program. */
export async function interruptedFailover(root: string): Promise<{ code: number; stderr: string }> {
  const command = `SEATRIAL=$$ exec "${process.execPath}" "${program}" failover shop --to dublin`;
  const { exitCode, stderr } = await execa('sh', ['-c', command], {
    cwd: root,
    reject: false,
    stdin: 'ignore',
    env: { NO_COLOR: '1', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
  });
  return { code: exitCode ?? -1, stderr };
}
