import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { KubernetesObject } from '@seatrial/compiler';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Kubernetes } from '../../src/kubernetes/kubernetes.ts';
import { localProvider } from '../../src/providers/local/local-provider.ts';
import type { Rehearsal } from '../../src/report/rehearsal.ts';
import type { Run } from '../../src/run/run.ts';
import { leftoversOf } from '../run/leftovers.ts';
import { bareCluster } from '../support/bare-cluster.ts';
import { preparedPrograms } from '../support/prepared-programs.ts';
import { seatrial, startSeatrial, workspaceOf } from '../support/rehearsal-process.ts';
import { openTestRun } from '../support/test-run.ts';
import { everythingIn } from './everything-in.ts';

const clusters = ['hub', 'north', 'south'];
const contextOf = (cluster: string): string => `their-${cluster}`;

let run: Run;
let north: Kubernetes;
let folder: string;
let kubeconfig: string;
let contexts: string;
let before: readonly string[];

/** Somebody's clusters, a kubeconfig whose current context is none of them, and the file that names them. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'existing-test-'));
  kubeconfig = join(folder, 'kubeconfig.yaml');
  contexts = join(folder, 'contexts.yaml');
  run = await openTestRun({ programs: await preparedPrograms() });
  const lab = await localProvider.open(
    { fleet: 'theirs', clusters: clusters.map(bareCluster), argoCds: [], images: [] },
    run,
  );
  writeFileSync(kubeconfig, stringify(kubeconfigOf([...lab.clusters.values()])));
  writeContexts(clusters);
  north = lab.clusters.get('north')?.kubernetes as Kubernetes;
  for (const object of theirs) await north.apply(object);
  // The first seconds of a control plane bring objects of its own.
  await vi.waitFor(async () => {
    before = await everything();
    expect(await everything()).toEqual(before);
  }, 20_000);
});
afterAll(async () => {
  await run.supervisor.close();
  rmSync(folder, { recursive: true });
});

/** What was on a cluster before, some of it kept there by another Argo CD. */
const tracked = (name: string) => ({
  'argocd.argoproj.io/tracking-id': `their-app:/ConfigMap:default/${name}`,
});
const theirs: readonly KubernetesObject[] = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'theirs' } },
  {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'kept', namespace: 'default', annotations: tracked('kept') },
  },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: 'theirs', annotations: tracked('theirs') },
    rules: [],
  },
  {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'boats.sea.example', annotations: tracked('boats') },
    spec: {
      group: 'sea.example',
      scope: 'Cluster',
      names: { plural: 'boats', singular: 'boat', kind: 'Boat', listKind: 'BoatList' },
      versions: [
        { name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object' } } },
      ],
    },
  },
];

interface Kubeconfig {
  readonly clusters: readonly { readonly cluster: unknown }[];
  readonly users: readonly { readonly user: unknown }[];
}

function kubeconfigOf(known: readonly { readonly name: string; readonly kubeconfig: string }[]): unknown {
  const entries = known.map(({ name, kubeconfig }) => {
    const { clusters, users } = parse(readFileSync(kubeconfig, 'utf8')) as Kubeconfig;
    return { name: contextOf(name), cluster: clusters[0]?.cluster, user: users[0]?.user };
  });
  const nowhere = { name: 'production', cluster: { server: 'https://127.0.0.1:9' }, user: {} };
  const all = [nowhere, ...entries];
  return {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': nowhere.name,
    clusters: all.map(({ name, cluster }) => ({ name, cluster })),
    users: all.map(({ name, user }) => ({ name, user })),
    contexts: all.map(({ name }) => ({ name, context: { cluster: name, user: name } })),
  };
}

function writeContexts(named: readonly string[]): void {
  const entries = named.map((cluster) => [cluster, { context: contextOf(cluster) }]);
  writeFileSync(
    contexts,
    stringify({ kubeconfig: 'kubeconfig.yaml', clusters: Object.fromEntries(entries) }),
  );
}

async function everything(): Promise<readonly string[]> {
  const found = await Promise.all(
    clusters.map(async (cluster) =>
      (await everythingIn(kubeconfig, contextOf(cluster))).map((line) => `${cluster} ${line}`),
    ),
  );
  return found.flat();
}

const rehearse = (...args: readonly string[]): ReturnType<typeof startSeatrial> =>
  startSeatrial(
    'harbour',
    ['rehearse', 'harbour', '--provider', 'existing', '--report', folder, ...args],
    folder,
  );

test('it writes nothing before somebody has said which clusters, and has agreed', async () => {
  const refused = async (...args: readonly string[]) => {
    const { code, stderr } = await rehearse(...args).ended;
    return { code, said: stderr.replaceAll(/\s+/g, ' ') };
  };
  expect(await refused('--yes')).toEqual({
    code: 2,
    said: expect.stringContaining('needs to be told which clusters it may write to') as unknown,
  });
  expect(await refused('--contexts', contexts)).toEqual({
    code: 2,
    said: expect.stringContaining('Nobody can be asked here') as unknown,
  });
  writeContexts(['hub', 'north']);
  expect(await refused('--contexts', contexts, '--yes')).toEqual({
    code: 2,
    said: expect.stringContaining('names no context for south') as unknown,
  });
  writeContexts(clusters);
  const shop = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } };
  await north.apply(shop);
  expect(await refused('--contexts', contexts, '--yes')).toEqual({
    code: 2,
    said: expect.stringContaining('their-north already has a namespace shop') as unknown,
  });
  await north.delete({ ...shop, name: 'shop' });
  await vi.waitFor(async () => expect(await everything()).toEqual(before), 20_000);
});

test.runIf(process.platform === 'linux')('it asks at a terminal, and takes no for an answer', async () => {
  const command = [
    process.execPath,
    seatrial,
    'rehearse',
    'harbour',
    '--provider',
    'existing',
    '--contexts',
    contexts,
  ];
  const line = `stty cols 100 rows 30; ${command.map((word) => `'${word}'`).join(' ')}`;
  const terminal = spawn('script', ['-qec', line, '/dev/null'], {
    cwd: workspaceOf('harbour'),
    env: { ...process.env, TERM: 'xterm-256color', NO_COLOR: '1', CI: '' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let shown = '';
  terminal.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const asked = shown.includes('Rehearse harbour');
    shown += chunk;
    if (!asked && shown.includes('Rehearse harbour')) terminal.stdin.write('n');
  });
  const [code] = (await once(terminal, 'close')) as [number];
  expect({ code, shown: stripVTControlCharacters(shown).replaceAll(/[\s│]+/g, ' ') }).toEqual({
    code: 2,
    shown: expect.stringMatching(
      /Rehearse harbour on these clusters.*their-north.*Nothing was written/s,
    ) as unknown,
  });
  expect(await everything()).toEqual(before);
});

test('it proves the fleet there, and takes away what it has brought and nothing else', async () => {
  const chosen = ['--proof', 'syncs', '--proof', 'heals'];
  const { code, stdout, stderr } = await rehearse('--contexts', contexts, '--yes', ...chosen).ended;
  expect({ code, stdout, stderr }).toMatchObject({ code: 0 });
  const { proofs, ended } = JSON.parse(readFileSync(join(folder, 'rehearsal.json'), 'utf8')) as Rehearsal;
  expect(ended).toBe('complete');
  expect(new Set(proofs.map(({ kind }) => kind))).toEqual(new Set(['syncs', 'heals']));
  expect(new Set(proofs.map(({ outcome }) => outcome))).toEqual(new Set(['proven']));

  // An API server takes a moment to leave out the groups of definitions that are gone.
  await vi.waitFor(async () => expect(await everything()).toEqual(before), 20_000);
  expect(await leftoversOf(folder, 0)).toEqual([]);
});

test('it takes everything away also when it is killed', async () => {
  const killed = rehearse('--contexts', contexts, '--yes', '--proof', 'syncs');
  await killed.says(' s  Sync\n');
  killed.kill('SIGKILL');
  await killed.ended;
  expect(await leftoversOf(folder, 120)).toEqual([]);
  await vi.waitFor(async () => expect(await everything()).toEqual(before), 20_000);
});
