import type { KubernetesObject } from '@seatrial/compiler';
import type { Kubernetes, KindRef, Watched, WatchEvent } from '../kubernetes/kubernetes.ts';
import { textAt } from './field.ts';
import type { ObjectSighting, Recorder } from './trial.ts';

/** A recorder whose kinds grow with what is published. */
export interface OpenRecorder extends Recorder {
  /** Watches further kinds from now on. Resolves when each has its first list. */
  follow(kinds: readonly KindRef[]): Promise<void>;
  /** What is there now, of every kind that is followed. */
  objects(): readonly KubernetesObject[];
  /** The watch of one kind, in whatever version it is followed. */
  watched(kind: KindRef): Watched | undefined;
  close(): void;
}

/** What no tree holds but tells what becomes of it. */
const alwaysFollowed: readonly KindRef[] = [
  { apiVersion: 'v1', kind: 'Pod' },
  { apiVersion: 'v1', kind: 'Secret' },
  { apiVersion: 'batch/v1', kind: 'Job' },
];

/** Records what is written to one cluster. The watches are few: one a kind, over all namespaces. */
export async function openRecorder(kubernetes: Kubernetes): Promise<OpenRecorder> {
  const watches = new Map<string, Watched>();
  const listeners = new Set<(sighting: ObjectSighting) => void>();
  const sightings: ObjectSighting[] = [];
  let ordered = true;

  function record(event: WatchEvent): void {
    const sighting = sightingOf(event);
    const last = sightings.at(-1);
    if (last !== undefined && last.order > sighting.order) ordered = false;
    sightings.push(sighting);
    for (const listener of listeners) listener(sighting);
  }

  const recorder: OpenRecorder = {
    get sightings() {
      // Each kind has a watch of its own, so they arrive a little out of order.
      if (!ordered) sightings.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
      ordered = true;
      return sightings;
    },
    onSighting(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async follow(kinds) {
      const added = kinds.filter((kind) => !watches.has(keyOf(kind)));
      for (const kind of added) {
        if (watches.has(keyOf(kind))) continue;
        const watched = kubernetes.watch(kind);
        watches.set(keyOf(kind), watched);
        watched.onEvent(record);
      }
      await Promise.all(added.map((kind) => watches.get(keyOf(kind))?.synced));
    },
    objects: () => [...watches.values()].flatMap((watched) => watched.all()),
    watched: (kind) => watches.get(keyOf(kind)),
    close() {
      for (const watched of watches.values()) watched.close();
    },
  };
  await recorder.follow(alwaysFollowed);
  return recorder;
}

function sightingOf({ type, object, at }: WatchEvent): ObjectSighting {
  return { type, object, at, order: BigInt(textAt(object, 'metadata', 'resourceVersion') ?? '0') };
}

/** Without the version: two versions of a kind show the same objects. */
function keyOf({ apiVersion, kind }: KindRef): string {
  return `${apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : ''}/${kind}`;
}
