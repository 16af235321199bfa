import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KubernetesObject } from '@seatrial/compiler';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Lab, LabCluster } from '../../src/lab/lab.ts';
import { kindProvider } from '../../src/providers/kind/kind-provider.ts';
import { processesOf } from '../../src/run/process-group.ts';
import type { Run } from '../../src/run/run.ts';
import { wait } from '../../src/run/wait.ts';
import { bareCluster } from '../support/bare-cluster.ts';
import { preparedPrograms } from '../support/prepared-programs.ts';
import { openTestRun } from '../support/test-run.ts';
import { leftInEngine } from './left-in-engine.ts';
import { autoscaler, claim, deployment, loadBalancer } from './modelled-objects.ts';

const logs = mkdtempSync(join(tmpdir(), 'kind-test-'));
const host = 'api.example';
let run: Run;
let lab: Lab;
let paris: LabCluster;

beforeAll(async () => {
  run = await openTestRun({ programs: await preparedPrograms(), logs });
  lab = await kindProvider.open(
    {
      fleet: 'two',
      clusters: [
        { ...bareCluster('paris'), region: 'paris-1', storageClasses: ['fast'] },
        { ...bareCluster('hub'), kubernetes: '1.2' },
      ],
      argoCds: [
        { cluster: 'hub', namespace: 'argocd', manages: [{ name: 'paris', labels: { tier: 'prod' } }] },
      ],
      images: [],
    },
    run,
  );
  paris = lab.clusters.get('paris') as LabCluster;
});
afterAll(async () => {
  await run.supervisor.close();
  rmSync(logs, { recursive: true });
});

/** Waits until an object's status is so. */
function status(
  { apiVersion, kind, metadata }: KubernetesObject,
  awaited: string,
  is: (status: Record<string, unknown>) => boolean,
): Promise<void> {
  return wait(run, {
    awaited,
    within: 90,
    look: async () => {
      const object = await paris.kubernetes.get({ apiVersion, kind, ...metadata });
      const value = (object?.['status'] ?? {}) as Record<string, unknown>;
      return is(value) ? { met: true, value: undefined } : { met: false, seen: JSON.stringify(value) };
    },
  });
}

test('a cluster is a node of the region, and the lab says what stood in', async () => {
  const [node] = await paris.kubernetes.list({ apiVersion: 'v1', kind: 'Node' });
  expect(node?.metadata.labels).toMatchObject({ 'topology.kubernetes.io/region': 'paris-1' });
  const hub = lab.clusters.get('hub');
  expect(hub?.version.wanted).toBe('1.2');
  expect(lab.standIns).toContainEqual(
    expect.objectContaining({ what: 'Kubernetes', where: 'hub', standIn: hub?.version.used }),
  );
  expect(lab.versions).toMatchObject({ 'Argo CD': expect.any(String), kind: expect.any(String) });
});

test('pods run and answer, volumes are there, and a host leads to pods as long as they are ready', async () => {
  const ingress = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: 'good', namespace: 'default' },
    spec: {
      rules: [
        {
          host,
          http: {
            paths: [
              {
                path: '/',
                pathType: 'Prefix',
                backend: { service: { name: 'good', port: { number: 80 } } },
              },
            ],
          },
        },
      ],
    },
  };
  const serving = deployment('good', lab.probeImage ?? '');
  const pod = (serving as unknown as { spec: { template: { spec: { containers: object[] } } } }).spec.template
    .spec;
  pod.containers = pod.containers.map((container) => ({
    ...container,
    env: [{ name: 'PORT', value: '80' }],
    ports: [{ containerPort: 80 }],
    volumeMounts: [{ name: 'disk', mountPath: '/disk' }],
  }));
  Object.assign(pod, { volumes: [{ name: 'disk', persistentVolumeClaim: { claimName: 'disk' } }] });
  const objects = [serving, claim('disk', 'fast'), loadBalancer('good'), ingress, autoscaler('good', 2)];
  for (const object of objects) await paris.kubernetes.create(object);

  await status(serving, 'it is scaled to its minimum', ({ readyReplicas }) => readyReplicas === 2);
  await status(claim('disk', 'fast'), 'the claim is bound', ({ phase }) => phase === 'Bound');
  for (const object of [ingress, loadBalancer('good')]) {
    await status(object, 'it has an address', (seen) => JSON.stringify(seen).includes('192.0.2.1'));
  }
  const answer = (awaited: number | undefined): Promise<void> =>
    wait(run, {
      awaited: `${host} answers ${String(awaited)}`,
      within: 30,
      async look() {
        const seen = await paris.http?.(host, '/', 1000);
        return seen === awaited ? { met: true, value: undefined } : { met: false, seen: String(seen) };
      },
    });
  await answer(200);
  expect(await paris.http?.('unknown.example', '/', 1000)).toBeUndefined();
  await paris.kubernetes.delete({ ...autoscaler('good', 2), ...autoscaler('good', 2).metadata });
  await paris.kubernetes.delete({ ...serving, ...serving.metadata });
  await answer(503);
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
  expect(await kubernetes.isReady(10_000)).toBe(true);

  await apiServer.kill();
  expect(await kubernetes.isReady(500)).toBe(false);
  await apiServer.revive();
  expect(await kubernetes.isReady(5000)).toBe(true);
  const kept = { apiVersion: 'v1', kind: 'ConfigMap', name: 'kept', namespace: 'default' };
  expect((await kubernetes.get(kept))?.metadata.name).toBe('kept');
  expect(await paris.logs('kube-apiserver')).not.toBe('');
});

test('Argo CD knows the other cluster, and its components can be taken away and come back', async () => {
  const [argoCd] = lab.argoCds;
  if (argoCd === undefined) throw new Error('there is no Argo CD');
  const secret = { apiVersion: 'v1', kind: 'Secret', name: 'cluster-paris', namespace: 'argocd' };
  expect((await argoCd.kubernetes.get(secret))?.metadata.labels).toMatchObject({ tier: 'prod' });
  for (const part of [argoCd.controller, argoCd.repoServer, argoCd.applicationSets]) {
    await part.kill();
    await part.start();
  }
  expect(await argoCd.logs()).not.toBe('');
});

test('when it is closed its logs are there, and nothing else is left', async () => {
  expect(await leftInEngine(run.id)).toHaveLength(5);
  await lab.close();
  expect([...(await processesOf(run.id)), ...(await leftInEngine(run.id))]).toEqual([]);
  expect(existsSync(run.folder)).toBe(false);
  expect(readdirSync(logs).sort()).toEqual(['hub', 'paris']);
  expect(readdirSync(join(logs, 'paris', `seatrial-${run.id}-paris-control-plane`))).toContain('kubelet.log');
});
