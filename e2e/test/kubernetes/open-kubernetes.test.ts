import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openApiConnection } from '../../src/kubernetes/api-connection.ts';
import type { Kubernetes, Watched } from '../../src/kubernetes/kubernetes.ts';
import { openKubernetes } from '../../src/kubernetes/open-kubernetes.ts';
import { startClock } from '../../src/run/clock.ts';
import type { Run } from '../../src/run/run.ts';
import { startFakeApiServer, type FakeApiServer } from './fake-api-server.ts';

const boats = { apiVersion: 'sea.example/v1', kind: 'Boat' };
const definitions = { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition' };

let server: FakeApiServer;
let kubernetes: Kubernetes;

beforeEach(async () => {
  server = await startFakeApiServer();
  server.define(boats.apiVersion, boats.kind, 'boats');
  const run = { clock: startClock(), patience: 1, progress: { tell: () => {} } } as unknown as Run;
  kubernetes = await openKubernetes('paris', { server: server.address, ca: '', cert: '', key: '' }, run);
});
afterEach(async () => {
  kubernetes.close();
  await server.leave();
});

// Long enough for any machine; what is awaited comes in a moment.
const eventually = (expectation: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(expectation, { timeout: 30_000, interval: 10 });
const say = (watched: Watched): string[] =>
  watched.events.map(({ type, object }) => `${type} ${object.metadata.name}`);

test('what the API server refuses is told in its own words', async () => {
  const boat = { ...boats, metadata: { name: 'one' } };
  await expect(kubernetes.create(boat)).rejects.toMatchObject({
    name: 'ApiError',
    status: 409,
    reason: 'AlreadyExists',
    message: 'boats "one" already exists',
  });
});

test('what is not there, and what is not defined, is absent', async () => {
  const ferries = { apiVersion: 'sea.example/v1', kind: 'Ferry' };
  expect(await kubernetes.get({ ...boats, name: 'one' })).toBeUndefined();
  expect(await kubernetes.get({ ...ferries, name: 'one' })).toBeUndefined();
  expect(await kubernetes.list({ apiVersion: 'air.example/v1', kind: 'Plane' })).toEqual([]);
  expect(await kubernetes.delete({ ...ferries, name: 'one' })).toBe(false);
  await expect(kubernetes.patch({ ...ferries, name: 'one' }, {})).rejects.toMatchObject({
    status: 404,
    message: 'paris has no kind Ferry in sea.example/v1',
  });
  server.define(ferries.apiVersion, ferries.kind, 'ferries');
  server.put('ferries', 'one');
  expect(await kubernetes.get({ ...ferries, name: 'one' })).toMatchObject({ metadata: { name: 'one' } });
});

test('an API server that is away or silent is infrastructure', async () => {
  server.hang();
  expect(await kubernetes.isReady(50)).toBe(false);
  const credentials = { server: new URL(server.address), tls: {}, headers: () => Promise.resolve({}) };
  const connection = openApiConnection('paris', credentials, 200);
  await expect(connection.send({ method: 'GET', path: '/apis' })).rejects.toMatchObject({
    name: 'Infrastructure',
    message: 'the API server of paris gave no answer in 0.2 s',
  });
  connection.close();
  await server.leave();
  await expect(kubernetes.list(boats)).rejects.toMatchObject({
    name: 'Infrastructure',
    message: expect.stringContaining('the API server of paris refuses connections (127.0.0.1:'),
  });
  await server.comeBack();
});

test('a watch goes on where a lost connection left it', async () => {
  server.put('boats', 'one');
  const watched = kubernetes.watch(boats);
  await watched.synced;
  expect(say(watched)).toEqual(['ADDED one']);
  await eventually(() => expect(server.watches()).toBe(1));
  server.cutWatches();
  server.put('boats', 'two');
  server.remove('boats', 'one');
  await eventually(() => expect(say(watched)).toEqual(['ADDED one', 'ADDED two', 'DELETED one']));
  expect(watched.all().map(({ metadata }) => metadata.name)).toEqual(['two']);
  expect(server.asked.filter((request) => request === 'GET /apis/sea.example/v1')).toHaveLength(1);
});

test('what a watch missed beyond recall is told by the next list', async () => {
  for (const name of ['same', 'changed', 'gone']) server.put('boats', name);
  const watched = kubernetes.watch(boats);
  await eventually(() => expect(server.watches()).toBe(1));
  await server.leave();
  server.remove('boats', 'gone');
  server.put('boats', 'changed', { spec: { mast: 2 } });
  server.put('boats', 'new');
  server.compact();
  await server.comeBack();
  await eventually(() => expect(watched.events).toHaveLength(6));
  expect(say(watched).slice(3)).toEqual(['DELETED gone', 'MODIFIED changed', 'ADDED new']);
  expect(watched.get('changed')).toMatchObject({ spec: { mast: 2 } });
});

test('a watch begins before its kind is defined, and outlives it', async () => {
  server.define(definitions.apiVersion, definitions.kind, 'customresourcedefinitions');
  const watched = kubernetes.watch({ apiVersion: 'air.example/v1', kind: 'Plane' });
  await watched.synced;
  expect(watched.all()).toEqual([]);
  await eventually(() => expect(server.watches()).toBe(1));
  server.define('air.example/v1', 'Plane', 'planes');
  server.put('planes', 'one');
  server.put('customresourcedefinitions', 'planes.air.example', {
    spec: { group: 'air.example', names: { kind: 'Plane' }, versions: [{ name: 'v1', served: true }] },
    status: { conditions: [{ type: 'Established', status: 'True' }] },
  });
  await eventually(() => expect(say(watched)).toEqual(['ADDED one']));
  server.undefine('air.example/v1', 'planes');
  server.cutWatches();
  await eventually(() => expect(say(watched)).toEqual(['ADDED one', 'DELETED one']));
});

test('one question is enough for many watches of a group', async () => {
  const watches = Array.from({ length: 20 }, () => kubernetes.watch(boats));
  await Promise.all(watches.map(({ synced }) => synced));
  expect(server.asked.filter((request) => request === 'GET /apis/sea.example/v1')).toHaveLength(1);
});

test('a closed watch hears nothing more, and a closed client leaves no connection', async () => {
  const closed = kubernetes.watch(boats);
  const open = kubernetes.watch(boats);
  await eventually(() => expect(server.watches()).toBe(2));
  closed.close();
  await eventually(() => expect(server.watches()).toBe(1));
  server.put('boats', 'one');
  await eventually(() => expect(say(open)).toEqual(['ADDED one']));
  expect(closed.events).toEqual([]);
  kubernetes.close();
  await eventually(async () => expect(await server.connections()).toBe(0));
  await expect(kubernetes.list(boats)).rejects.toMatchObject({ name: 'Infrastructure' });
});
