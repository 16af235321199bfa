import { existsSync } from 'node:fs';
import type { KubernetesObject } from '@seatrial/compiler';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { KindRef } from '../../src/kubernetes/kubernetes.ts';
import type { ClusterRequest, Lab, LabCluster } from '../../src/lab/lab.ts';
import { localProvider } from '../../src/providers/local/local-provider.ts';
import { processesOf } from '../../src/run/process-group.ts';
import type { Run } from '../../src/run/run.ts';
import { wait } from '../../src/run/wait.ts';
import { preparedPrograms } from '../support/prepared-programs.ts';
import { openTestRun } from '../support/test-run.ts';
import { autoscaler, claim, deployment, ingress, job, loadBalancer } from './modelled-objects.ts';

const cluster = (name: string, kubernetes: string): ClusterRequest => ({
  name,
  kubernetes,
  region: `${name}-1`,
  storageClasses: ['fast'],
  namespaces: [],
  shared: [],
  groups: [],
  gatekeeper: false,
  externalSecrets: false,
});

let run: Run;
let lab: Lab;
let paris: LabCluster;

beforeAll(async () => {
  run = await openTestRun({ programs: await preparedPrograms() });
  lab = await localProvider.open(
    {
      fleet: 'two',
      clusters: [cluster('hub', '1.29'), cluster('paris', '1.27')],
      argoCds: [
        { cluster: 'hub', namespace: 'argocd', manages: [{ name: 'paris', labels: { tier: 'prod' } }] },
      ],
      images: [],
    },
    run,
  );
  paris = lab.clusters.get('paris') as LabCluster;
});
afterAll(() => run.supervisor.close());

/** Waits until an object's status is so, and gives the status. */
function status(
  { apiVersion, kind, metadata }: KubernetesObject,
  awaited: string,
  is: (status: Record<string, unknown>) => boolean,
): Promise<Record<string, unknown>> {
  return wait(run, {
    awaited,
    within: 60,
    look: async () => {
      const object = await paris.kubernetes.get({ apiVersion, kind, ...metadata });
      const value = (object?.['status'] ?? {}) as Record<string, unknown>;
      return is(value) ? { met: true, value } : { met: false, seen: JSON.stringify(value) };
    },
  });
}

test('each cluster runs the version that is asked for, or the nearest, and the lab says which', async () => {
  expect(lab.clusters.get('hub')?.version).toEqual({ wanted: '1.29', used: '1.29.15' });
  expect(paris.version).toEqual({ wanted: '1.27', used: '1.29.15' });
  expect(lab.standIns.filter(({ what }) => what === 'Kubernetes')).toMatchObject([
    { where: 'paris', real: '1.27', standIn: '1.29.15' },
  ]);
  expect(lab.versions).toMatchObject({ 'Kubernetes of paris': '1.29.15', 'Argo CD': expect.any(String) });
  const nodes = await paris.kubernetes.list({ apiVersion: 'v1', kind: 'Node' });
  expect(nodes.map(({ metadata }) => metadata.labels?.['topology.kubernetes.io/zone']).sort()).toEqual([
    'paris-1a',
    'paris-1b',
    'paris-1c',
  ]);
});

test('pods, volumes and entries do what the stages say', async () => {
  const objects = {
    good: deployment('good', 'shop/api:1'),
    scaler: autoscaler('good', 3),
    slow: deployment('slow', 'shop/api:never-ready'),
    done: job('done', 'shop/migrate:1'),
    fails: job('fails', 'shop/migrate:fails'),
    entry: loadBalancer('good'),
    host: ingress('good'),
    disk: claim('disk', 'fast'),
    lost: claim('lost', 'unknown'),
  };
  await Promise.all(Object.values(objects).map((object) => paris.kubernetes.create(object)));

  await status(objects.good, 'it is scaled to its minimum', ({ readyReplicas }) => readyReplicas === 3);
  await status(objects.done, 'the Job is done', ({ succeeded }) => succeeded === 1);
  await status(objects.fails, 'the Job has failed', ({ failed }) => failed === 1);
  await status(objects.disk, 'the claim is bound', ({ phase }) => phase === 'Bound');
  const { loadBalancer: balancer } = await status(objects.entry, 'it has an address', (seen) =>
    JSON.stringify(seen['loadBalancer']).includes('hostname'),
  );
  expect(balancer).toEqual({ ingress: [{ hostname: 'good.default.paris.example' }] });
  await status(objects.host, 'the Ingress has an address', (seen) =>
    JSON.stringify(seen['loadBalancer']).includes('hostname'),
  );
  const running: KindRef = { apiVersion: 'v1', kind: 'Pod' };
  const [slow] = await paris.kubernetes.list(running, { namespace: 'default', labels: 'app=slow' });
  expect(slow?.['status']).toMatchObject({ phase: 'Running', containerStatuses: [{ ready: false }] });
  const lost = await paris.kubernetes.get({ ...objects.lost, ...objects.lost.metadata });
  expect(lost?.['status']).toEqual({ phase: 'Pending' });
});

test('a cluster can be cut off, frozen, and killed, and comes back with what it had', async () => {
  const { apiServer, kubernetes } = paris;
  await kubernetes.create({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'kept', namespace: 'default' },
  });

  await apiServer.cutOff();
  expect(await kubernetes.isReady(500)).toBe(false);
  expect(await apiServer.behindTheCut.isReady(5000)).toBe(true);
  await apiServer.reconnect();
  expect(await kubernetes.isReady(5000)).toBe(true);

  await apiServer.freeze();
  expect(await apiServer.behindTheCut.isReady(500)).toBe(false);
  await apiServer.thaw();
  expect(await kubernetes.isReady(5000)).toBe(true);

  await apiServer.kill();
  expect(await kubernetes.isReady(500)).toBe(false);
  await apiServer.revive();
  expect(await kubernetes.isReady(5000)).toBe(true);
  const kept = { apiVersion: 'v1', kind: 'ConfigMap', name: 'kept', namespace: 'default' };
  expect((await kubernetes.get(kept))?.metadata.name).toBe('kept');
  expect(await paris.logs('kube-apiserver')).toContain('paris/kube-apiserver.log');
});

test('Argo CD knows the other cluster, and its components can be taken away and come back', async () => {
  const [argoCd] = lab.argoCds;
  if (argoCd === undefined) throw new Error('there is no Argo CD');
  const secret = { apiVersion: 'v1', kind: 'Secret', name: 'cluster-paris', namespace: 'argocd' };
  expect((await argoCd.kubernetes.get(secret))?.metadata.labels).toEqual({
    tier: 'prod',
    'argocd.argoproj.io/secret-type': 'cluster',
  });
  for (const part of [argoCd.controller, argoCd.repoServer, argoCd.applicationSets]) {
    await part.kill();
    await part.start();
  }
  expect(await argoCd.logs()).toContain('argocd-application-controller.log');
});

test('nothing is left when it is closed', async () => {
  expect((await processesOf(run.id)).length).toBeGreaterThan(10);
  await lab.close();
  expect(await processesOf(run.id)).toEqual([]);
  expect(existsSync(run.folder)).toBe(false);
});
