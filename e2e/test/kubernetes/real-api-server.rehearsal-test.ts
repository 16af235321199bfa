import type { KubernetesObject } from '@seatrial/compiler';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Kubernetes, ObjectRef, Watched } from '../../src/kubernetes/kubernetes.ts';
import type { Lab, LabCluster } from '../../src/lab/lab.ts';
import { localProvider } from '../../src/providers/local/local-provider.ts';
import type { Run } from '../../src/run/run.ts';
import { wait } from '../../src/run/wait.ts';
import { bareCluster } from '../support/bare-cluster.ts';
import { preparedPrograms } from '../support/prepared-programs.ts';
import { openTestRun } from '../support/test-run.ts';

let run: Run;
let lab: Lab;
let paris: LabCluster;
let kubernetes: Kubernetes;

beforeAll(async () => {
  run = await openTestRun({ programs: await preparedPrograms() });
  lab = await localProvider.open(
    {
      fleet: 'kubernetes',
      clusters: [bareCluster('paris')],
      argoCds: [],
      images: [],
    },
    run,
  );
  paris = lab.clusters.get('paris') as LabCluster;
  ({ kubernetes } = paris);
});
afterAll(() => run.supervisor.close());

const note = (name: string, text: string): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace: 'default' },
  data: { text },
});
const refOf = ({ apiVersion, kind, metadata }: KubernetesObject): ObjectRef => ({
  apiVersion,
  kind,
  ...metadata,
});

const seen = (watched: Watched, name: string): string[] =>
  watched.events.filter(({ object }) => object.metadata.name === name).map(({ type }) => type);

const sees = async (watched: Watched, name: string, events: readonly string[]): Promise<void> => {
  await wait(run, {
    awaited: `a watch sees ${events.join(', ')} of ${name}`,
    within: 60,
    changes: [watched],
    look: () =>
      seen(watched, name).length === events.length
        ? { met: true, value: undefined }
        : { met: false, seen: seen(watched, name).join(', ') },
  });
  expect(seen(watched, name)).toEqual(events);
};

test('a dry run says what would be, and leaves nothing', async () => {
  const created = await kubernetes.create(note('dry', 'created'), { dryRun: true });
  expect(created.metadata['uid']).toBeTypeOf('string');
  expect(await kubernetes.apply(note('dry', 'applied'), { dryRun: true })).toMatchObject({
    data: { text: 'applied' },
  });
  expect(await kubernetes.get(refOf(note('dry', '')))).toBeUndefined();
  const deployment = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'dry', namespace: 'default' },
  };
  await expect(kubernetes.create({ ...deployment, spec: {} }, { dryRun: true })).rejects.toMatchObject({
    name: 'ApiError',
    status: 422,
    reason: 'Invalid',
    message: expect.stringContaining('spec.selector: Required value'),
  });
});

test('objects come as the API server writes them, down to the last field', async () => {
  await kubernetes.apply(note('exact', 'one'), { manager: 'someone' });
  await kubernetes.patch(refOf(note('exact', '')), { data: { more: 'two' } });
  const exact = await kubernetes.get(refOf(note('exact', '')));
  expect(exact).toMatchObject({ data: { text: 'one', more: 'two' } });
  expect(exact?.metadata['creationTimestamp']).toBeTypeOf('string');
  expect(exact?.metadata['managedFields']).toMatchObject([{ manager: 'someone', operation: 'Apply' }, {}]);
  expect(
    await kubernetes.list({ apiVersion: 'v1', kind: 'ConfigMap' }, { namespace: 'default' }),
  ).toContainEqual(exact);
  expect(await kubernetes.delete(refOf(note('exact', '')))).toBe(true);
  expect(await kubernetes.delete(refOf(note('exact', '')))).toBe(false);
});

test('a kind that arrives while everything runs is watched, read and patched', async () => {
  const boat = {
    apiVersion: 'sea.example/v1',
    kind: 'Boat',
    metadata: { name: 'one', namespace: 'default' },
  };
  const watched = kubernetes.watch(boat);
  await watched.synced;
  expect(await kubernetes.list(boat)).toEqual([]);
  const schema = { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } };
  const version = { name: 'v1', served: true, storage: true, schema, subresources: { status: {} } };
  const definition = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'boats.sea.example' },
    spec: {
      group: 'sea.example',
      scope: 'Namespaced',
      names: { plural: 'boats', singular: 'boat', kind: 'Boat', listKind: 'BoatList' },
      versions: [version],
    },
  };
  await kubernetes.create(definition);
  await wait(run, {
    awaited: 'a boat can be made',
    within: 60,
    look: async () => {
      const made = await kubernetes.create(boat).catch((error: unknown) => String(error));
      return typeof made === 'string' ? { met: false, seen: made } : { met: true, value: undefined };
    },
  });
  await kubernetes.patch(
    refOf(boat),
    { status: { afloat: true }, spec: { ignored: true } },
    { subresource: 'status' },
  );
  await sees(watched, 'one', ['ADDED', 'MODIFIED']);
  expect(watched.get('one', 'default')).toMatchObject({ status: { afloat: true } });
  expect(watched.get('one', 'default')).not.toHaveProperty('spec');
  await kubernetes.delete(refOf(definition));
  await sees(watched, 'one', ['ADDED', 'MODIFIED', 'DELETED']);
  watched.close();
});

test('sixty watches outlive their API server, and tell everything once', async () => {
  const watches = Array.from({ length: 60 }, () => kubernetes.watch({ apiVersion: 'v1', kind: 'ConfigMap' }));
  await Promise.all(watches.map(({ synced }) => synced));
  await kubernetes.create(note('kept', 'before'));
  await Promise.all(watches.map((watched) => sees(watched, 'kept', ['ADDED'])));
  await paris.apiServer.kill();
  await expect(kubernetes.get(refOf(note('kept', '')))).rejects.toMatchObject({ name: 'Infrastructure' });
  expect(await kubernetes.isReady(500)).toBe(false);
  await paris.apiServer.revive();
  await kubernetes.patch(refOf(note('kept', '')), { data: { text: 'after' } });
  await Promise.all(watches.map((watched) => sees(watched, 'kept', ['ADDED', 'MODIFIED'])));
  await kubernetes.delete(refOf(note('kept', '')));
  await Promise.all(watches.map((watched) => sees(watched, 'kept', ['ADDED', 'MODIFIED', 'DELETED'])));
  for (const watched of watches) watched.close();
});

test('what happens behind a cut is told when it is over', async () => {
  const watched = kubernetes.watch({ apiVersion: 'v1', kind: 'ConfigMap' }, { namespace: 'default' });
  await watched.synced;
  await paris.apiServer.cutOff();
  expect(await kubernetes.isReady(500)).toBe(false);
  await paris.apiServer.behindTheCut.create(note('unseen', 'made'));
  expect(seen(watched, 'unseen')).toEqual([]);
  await paris.apiServer.reconnect();
  await sees(watched, 'unseen', ['ADDED']);
  watched.close();
});

test('an API server that hangs gives no answer', async () => {
  await paris.apiServer.freeze();
  await expect(kubernetes.get(refOf(note('any', '')))).rejects.toMatchObject({
    name: 'Infrastructure',
    message: 'the API server of paris gave no answer in 10 s',
  });
  await paris.apiServer.thaw();
  expect(await kubernetes.get(refOf(note('any', '')))).toBeUndefined();
});
