import { stripVTControlCharacters } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { runFleetTasks, type FleetPart, type FleetTask, type TaskResult } from '../../src/index.ts';
import { preparedOnce, temporaryWorkspace, type TemporaryWorkspace } from '../temporary-workspace.ts';

const model = 'environments/shop/fleet.ts';

/** A fleet with something to say of one cluster's objects, of two clusters beside each other, and of what it accepts. */
const fleet = `import { defineFleet } from '@seatrial/compiler';

export default defineFleet({
  name: 'shop',
  repository: 'https://git.example/fleet.git',
  engine: 'argo-cd',
  clusters: {
    paris: { kubernetes: '1.29', role: 'active', environments: ['prod'] },
    dublin: { kubernetes: '1.29', role: 'standby', environments: ['prod'] },
  },
  applications: {
    api: {
      workloads: { api: { image: 'registry.example/api:1.0.0', port: 8080, ingress: 'api.shop.example' } },
      objects: { own: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'own' }, date: {} } },
    },
    probe: {
      on: { clusters: ['dublin'] },
      objects: {
        probe: {
          apiVersion: 'v1',
          kind: 'Pod',
          metadata: { name: 'probe' },
          spec: { containers: [{ name: 'a', image: 'a:1', envFrom: [{ secretRef: { name: 'nowhere' } }] }] },
        },
      },
    },
  },
  failover: { paris: 'dublin' },
  suppress: [
    { code: 'SEA3001', cluster: 'paris', reason: 'Known.' },
    { code: 'SEA3001', cluster: 'dublin', object: 'ConfigMap/other', reason: 'Gone.' },
  ],
});
`;

const parts: readonly FleetPart[] = [
  { kind: 'cluster', cluster: 'paris' },
  { kind: 'cluster', cluster: 'dublin' },
  { kind: 'argo-cd' },
  { kind: 'fleet' },
];

beforeAll(preparedOnce);

async function run(
  { root }: TemporaryWorkspace,
  tasks: readonly FleetTask[],
  compiled: readonly string[] = [],
): Promise<readonly (TaskResult & { readonly task: FleetTask })[]> {
  const results = await runFleetTasks({ root, tasks, compiled: new Set(compiled) });
  return tasks.map((task) => {
    const { text, ...result } = results.get(task) ?? { text: 'no result', code: -1 };
    return { task, ...result, text: stripVTControlCharacters(text) };
  });
}

const validations = parts.map((part): FleetTask => ({ kind: 'validate', fleet: 'shop', part }));

async function compiledWorkspace(text: string = fleet): Promise<TemporaryWorkspace> {
  const workspace = temporaryWorkspace({ [model]: text });
  await workspace.seatrial('compile');
  return workspace;
}

interface Said {
  readonly code: string;
  readonly sentence: string;
  readonly place: { readonly cluster?: string; readonly object?: { readonly name: string } };
  readonly suppressed?: object;
}

const identityOf = ({ code, sentence, place, suppressed }: Said): string =>
  [code, place.cluster, place.object?.name, sentence, suppressed !== undefined].join(' | ');

test('the parts of a fleet together say what the command line says: nothing twice, and nothing less', async () => {
  const workspace = await compiledWorkspace();
  const { stdout } = await workspace.seatrial('validate', '-o', 'json');
  const { results } = JSON.parse(stdout) as { results: readonly { findings: readonly Said[] }[] };
  const whole = results.flatMap(({ findings }) => findings.map(identityOf));
  const ofTasks = await run(workspace, validations);
  const said = ofTasks.flatMap(
    ({ report }) => report?.findings.map((finding) => identityOf(finding as Said)) ?? [],
  );
  expect(said.toSorted()).toEqual(whole.toSorted());
  // The fleet has something for each of them to say.
  expect(new Set(whole.map((finding) => finding.slice(0, 5)))).toEqual(
    new Set(['SEA30', 'SEA34', 'SEA37', 'SEA39']),
  );
});

test('a part says what hangs on it alone', async () => {
  const [paris, dublin, argoCd, whole] = await run(await compiledWorkspace(), validations);
  expect(paris).toMatchObject({ code: 0, text: expect.stringContaining('Accepted: Known.') as string });
  expect(dublin).toMatchObject({ code: 1, text: expect.stringContaining('SEA3401') as string });
  expect(argoCd).toMatchObject({ code: 0 });
  expect(whole?.text).toContain('SEA3901 suppress.1: no finding SEA3001 for ConfigMap/other on dublin');
  expect(whole?.text).not.toContain('SEA3401');
  expect(whole?.text).toMatch(/shop: 2 clusters beside each other: /);
});

test('one part alone says the same of it as all of them together', async () => {
  const workspace = await compiledWorkspace();
  const together = await run(workspace, validations);
  for (const [index, task] of validations.entries()) {
    const [alone] = await run(workspace, [task]);
    expect(alone?.code).toBe(together[index]?.code);
    expect(alone?.text.replaceAll(/\d+\.\d+ s/g, '')).toBe(
      together[index]?.text.replaceAll(/\d+\.\d+ s/g, ''),
    );
  }
});

test('a stale part fails alone; compiled in the same run, none is', async () => {
  const workspace = await compiledWorkspace();
  workspace.put(model, fleet.replace("role: 'standby'", "role: 'standby', storageClasses: ['fast']"));
  const [paris, dublin, , whole] = await run(workspace, validations);
  expect(paris?.text).not.toContain('SEA5005');
  for (const stale of [dublin, whole]) {
    expect(stale?.code).toBe(1);
    expect(stale?.text).toContain('SEA5005 clusters/shop/dublin/facts.json is stale.');
  }
  expect(dublin?.text).not.toContain('clusters/shop/facts.json');
  expect(whole?.text).toContain('clusters/shop/facts.json is stale.');
  for (const { text } of await run(workspace, validations, ['shop'])) expect(text).not.toContain('SEA5005');
  for (const { text } of await run(workspace, validations)) expect(text).not.toContain('SEA5005');
});

test('an edited file of the tree fails what holds it, also where the tree was known to be right', async () => {
  const workspace = await compiledWorkspace();
  await run(workspace, validations);
  const file = 'clusters/shop/paris/prod/api/kustomization.yaml';
  workspace.put(file, `${workspace.read(file)}# by hand\n`);
  const [paris, dublin, , whole] = await run(workspace, validations);
  for (const { text = '' } of [paris!, whole!]) expect(text).toContain('SEA5001');
  expect(dublin?.text).not.toContain('SEA5001');
});

test.each([
  ['a fleet that is not there', { fleet: 'shopp', part: parts[0]! }, 'There is no fleet "shopp".'],
  [
    'a cluster that is not in the model',
    { fleet: 'shop', part: { kind: 'cluster', cluster: 'lyon' } as const },
    'There is no cluster "lyon" in the model.',
  ],
])('%s is told in one sentence, and the other tasks are run', async (_, wrong, sentence) => {
  const workspace = await compiledWorkspace();
  for (const kind of ['validate', 'verify'] as const) {
    const [failed, fine] = await run(workspace, [
      { kind, ...wrong },
      { kind, fleet: 'shop', part: { kind: 'cluster', cluster: 'paris' } },
    ]);
    expect(failed).toMatchObject({ code: 2, text: expect.stringContaining(sentence) as string });
    expect(fine).toMatchObject({ code: 0 });
  }
});

test('a model that does not load fails all its tasks with its own words, and a report of them', async () => {
  const workspace = temporaryWorkspace({
    [model]: fleet.replace("'1.29', role: 'active'", "'9', role: 'active'"),
  });
  for (const result of await run(workspace, validations)) {
    expect(result).toMatchObject({ code: 2, report: { findings: [{ code: 'SEA1001' }] } });
    expect(result.text).toContain('clusters.paris.kubernetes');
  }
});
