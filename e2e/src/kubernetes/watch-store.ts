import type { KubernetesObject } from '@seatrial/compiler';
import type { WatchEvent } from './kubernetes.ts';

/** The objects of one kind as they were last seen. Says what is new in what it is told, and nothing twice. */
export interface WatchStore {
  /** What a list says that was not known: it is everything that there is. */
  replace(objects: readonly KubernetesObject[]): readonly Change[];
  /** What a watch says. */
  take(change: Change): readonly Change[];
  all(): readonly KubernetesObject[];
  get(name: string, namespace?: string): KubernetesObject | undefined;
}

export type Change = Pick<WatchEvent, 'type' | 'object'>;

export function newWatchStore(): WatchStore {
  const objects = new Map<string, KubernetesObject>();

  function put(object: KubernetesObject): Change[] {
    const key = keyOf(object.metadata.name, object.metadata.namespace);
    const before = objects.get(key);
    if (before?.metadata['resourceVersion'] === object.metadata['resourceVersion'] && before !== undefined) {
      return [];
    }
    objects.set(key, object);
    if (before === undefined) return [{ type: 'ADDED', object }];
    // The same name with another uid is another object: the first was deleted while nobody watched.
    return before.metadata['uid'] === object.metadata['uid']
      ? [{ type: 'MODIFIED', object }]
      : [
          { type: 'DELETED', object: before },
          { type: 'ADDED', object },
        ];
  }

  function remove(object: KubernetesObject): Change[] {
    const known = objects.delete(keyOf(object.metadata.name, object.metadata.namespace));
    return known ? [{ type: 'DELETED', object }] : [];
  }

  return {
    replace(present) {
      const keys = new Set(present.map(({ metadata }) => keyOf(metadata.name, metadata.namespace)));
      const gone = [...objects].filter(([key]) => !keys.has(key)).map(([, object]) => object);
      return [...gone.flatMap(remove), ...present.flatMap(put)];
    },
    take: ({ type, object }) => (type === 'DELETED' ? remove(object) : put(object)),
    all: () => [...objects.values()],
    get: (name, namespace) => objects.get(keyOf(name, namespace)),
  };
}

const keyOf = (name: string, namespace?: string): string => `${namespace ?? ''}/${name}`;
