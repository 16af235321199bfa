import { setTimeout as sleep } from 'node:timers/promises';
import type { KubernetesObject } from '@seatrial/compiler';
import type { Clock } from '../run/clock.ts';
import { Infrastructure } from '../run/outcome-errors.ts';
import type { ApiConnection } from './api-connection.ts';
import type { Arrivals } from './arrivals.ts';
import type { Discovery, Resource } from './discovery.ts';
import { ApiError, type KindRef, type Watched, type WatchEvent } from './kubernetes.ts';
import { collectionPath } from './object-path.ts';
import type { Presence } from './presence.ts';
import { newWatchStore, type Change } from './watch-store.ts';

/** What a watch needs of its API server. */
export interface WatchGround {
  readonly connection: ApiConnection;
  readonly discovery: Discovery;
  readonly presence: Presence;
  readonly arrivals: Arrivals;
  readonly clock: Clock;
  /** Aborted when the connection closes. */
  readonly signal: AbortSignal;
  /** Says, once a watch, why it is refused. */
  readonly refused: (kind: KindRef, error: ApiError) => void;
}

interface List {
  readonly metadata: { readonly resourceVersion: string };
  readonly items: readonly KubernetesObject[] | null;
}

export function startWatch(ground: WatchGround, kind: KindRef, namespace?: string): Watched {
  const { connection, discovery, presence, arrivals, clock } = ground;
  const store = newWatchStore();
  const events: WatchEvent[] = [];
  const changeListeners = new Set<() => void>();
  const eventListeners = new Set<(event: WatchEvent) => void>();
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, ground.signal]);
  const synced = Promise.withResolvers<void>();
  let refusals = 0;

  function tell(changes: readonly Change[]): void {
    for (const change of changes) {
      const event = { ...change, at: clock.now() };
      events.push(event);
      for (const listener of eventListeners) listener(event);
    }
    if (changes.length > 0) for (const listener of changeListeners) listener();
  }

  async function list(resource: Resource): Promise<string> {
    const { metadata, items } = (await connection.send({
      method: 'GET',
      path: collectionPath(resource, namespace),
    })) as List;
    tell(store.replace((items ?? []).map((item) => ({ ...kind, ...item }))));
    return metadata.resourceVersion;
  }

  /** Resolves when the server ends the watch, with the version to go on from. */
  async function follow(resource: Resource, from: string): Promise<string> {
    let version = from;
    const query = new URLSearchParams({
      watch: 'true',
      allowWatchBookmarks: 'true',
      resourceVersion: from,
      // A connection that died without a word is replaced after four minutes at most.
      timeoutSeconds: '240',
    });
    const path = `${collectionPath(resource, namespace)}?${query.toString()}`;
    await connection.follow(path, signal, (line) => {
      const { type, object } = line as { type: string; object: KubernetesObject };
      if (type === 'ERROR') throw statusError(object);
      version = String(object.metadata['resourceVersion']);
      if (type !== 'BOOKMARK') tell(store.take({ type: type as Change['type'], object }));
    });
    return version;
  }

  async function run(): Promise<void> {
    let version: string | undefined;
    for (;;) {
      signal.throwIfAborted();
      try {
        const resource = await discovery.find(kind);
        if (resource === undefined) {
          version = undefined;
          tell(store.replace([]));
          synced.resolve();
          await arrivals.of(kind, signal);
          continue;
        }
        version ??= await list(resource);
        synced.resolve();
        const begun = clock.now();
        version = await follow(resource, version);
        if (clock.now() - begun < 1000) await sleep(100, undefined, { signal });
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof Infrastructure) {
          await presence.back();
          continue;
        }
        if (!(error instanceof ApiError)) throw error;
        version = undefined;
        if (error.status === 404) discovery.forget(kind);
        // 410: the version is no longer kept, so the next list tells what was missed.
        if (error.status !== 410) await sleep(100, undefined, { signal });
        if (error.status === 401 || error.status === 403) {
          if ((refusals += 1) === 1) ground.refused(kind, error);
          await sleep(1000, undefined, { signal });
        }
      }
    }
  }

  void run()
    .catch((error: unknown) => {
      if (!signal.aborted) throw error;
    })
    .finally(() => synced.resolve());

  return {
    kind,
    synced: synced.promise,
    events,
    all: store.all,
    get: store.get,
    onChange(listener) {
      changeListeners.add(listener);
      return () => changeListeners.delete(listener);
    },
    onEvent(listener) {
      eventListeners.add(listener);
      return () => eventListeners.delete(listener);
    },
    close: () => stop.abort(),
  };
}

function statusError(object: unknown): ApiError {
  const {
    code = 500,
    reason = '',
    message = 'the watch failed',
  } = object as {
    code?: number;
    reason?: string;
    message?: string;
  };
  return new ApiError(code, reason, message);
}
