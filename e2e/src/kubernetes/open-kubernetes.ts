import type { KubernetesObject } from '@seatrial/compiler';
import type { Run } from '../run/run.ts';
import { Infrastructure } from '../run/outcome-errors.ts';
import { credentialsOf, type Access } from './access.ts';
import { openApiConnection } from './api-connection.ts';
import { newArrivals } from './arrivals.ts';
import { newDiscovery, type Resource } from './discovery.ts';
import { ApiError, type KindRef, type Kubernetes, type ObjectRef } from './kubernetes.ts';
import { collectionPath, ownCollectionPath } from './object-path.ts';
import { newPresence } from './presence.ts';
import { startWatch, type WatchGround } from './start-watch.ts';

/** Opens an API server by its kubeconfig's path, or by certificates. Nothing is asked of it yet. */
export async function openKubernetes(
  name: string,
  access: string | Access,
  run: Pick<Run, 'clock' | 'progress' | 'patience'>,
): Promise<Kubernetes> {
  const credentials = await credentialsOf(typeof access === 'string' ? { kubeconfig: access } : access);
  const connection = openApiConnection(name, credentials, 10_000 * run.patience);
  const discovery = newDiscovery(connection);
  const closing = new AbortController();

  async function isReady(milliseconds: number): Promise<boolean> {
    try {
      return (await connection.status('/readyz', milliseconds)) === 200;
    } catch (error) {
      if (error instanceof Infrastructure) return false;
      throw error;
    }
  }

  const ground: WatchGround = {
    connection,
    discovery,
    presence: newPresence(isReady, closing.signal),
    arrivals: newArrivals((kind) => startWatch(ground, kind)),
    clock: run.clock,
    signal: closing.signal,
    refused: (kind, { message }) =>
      run.progress.tell({
        kind: 'note',
        at: run.clock.now(),
        text: `${name} refuses a watch of ${kind.kind}: ${message}`,
      }),
  };

  async function resourceOf(kind: KindRef): Promise<Resource> {
    const resource = await discovery.find(kind);
    if (resource !== undefined) return resource;
    throw new ApiError(404, 'NotFound', `${name} has no kind ${kind.kind} in ${kind.apiVersion}`);
  }

  const pathOf = async (ref: ObjectRef): Promise<string> =>
    `${ownCollectionPath(await resourceOf(ref), ref)}/${encodeURIComponent(ref.name)}`;

  return {
    name,
    get: async (ref) =>
      await absentAs(
        undefined,
        async () => (await connection.send({ method: 'GET', path: await pathOf(ref) })) as KubernetesObject,
      ),
    list: async (kind, { namespace, labels } = {}) =>
      await absentAs([], async () => {
        const query = labels === undefined ? '' : `?labelSelector=${encodeURIComponent(labels)}`;
        const path = collectionPath(await resourceOf(kind), namespace) + query;
        const { items } = (await connection.send({ method: 'GET', path })) as {
          items: KubernetesObject[] | null;
        };
        // The items of a list do not repeat their kind.
        return (items ?? []).map((item) => ({ ...kindOf(kind), ...item }));
      }),
    create: async (object, { dryRun = false } = {}) =>
      (await connection.send({
        method: 'POST',
        path:
          ownCollectionPath(await resourceOf(object), { ...object.metadata, ...kindOf(object) }) +
          (dryRun ? '?dryRun=All' : ''),
        body: { type: 'application/json', value: object },
      })) as KubernetesObject,
    apply: async (object, { dryRun = false, manager = 'seatrial' } = {}) => {
      const query = new URLSearchParams({ fieldManager: manager, force: 'true' });
      if (dryRun) query.set('dryRun', 'All');
      return (await connection.send({
        method: 'PATCH',
        path: `${await pathOf({ ...object.metadata, ...kindOf(object) })}?${query.toString()}`,
        body: { type: 'application/apply-patch+yaml', value: object },
      })) as KubernetesObject;
    },
    patch: async (ref, patch, { subresource } = {}) =>
      (await connection.send({
        method: 'PATCH',
        path: (await pathOf(ref)) + (subresource === undefined ? '' : `/${subresource}`),
        body: { type: 'application/merge-patch+json', value: patch },
      })) as KubernetesObject,
    delete: async (ref) =>
      await absentAs(false, async () => {
        // As kubectl: without it a Job's pods would stay.
        await connection.send({
          method: 'DELETE',
          path: `${await pathOf(ref)}?propagationPolicy=Background`,
        });
        return true;
      }),
    watch: (kind, { namespace } = {}) => startWatch(ground, kindOf(kind), namespace),
    isReady,
    close() {
      closing.abort();
      connection.close();
    },
  };
}

const kindOf = ({ apiVersion, kind }: KindRef): KindRef => ({ apiVersion, kind });

async function absentAs<Absent, Value>(absent: Absent, ask: () => Promise<Value>): Promise<Absent | Value> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return absent;
    throw error;
  }
}
