import type { KubernetesObject } from '@seatrial/compiler';
import { asRecord, asRecords } from '../json.ts';
import { podTemplateOf } from '../pods/pod-template.ts';

/** Name of a Secret → keys of it that pods name, sorted; a pod does not start without them. */
export type SecretKeys = ReadonlyMap<string, readonly string[]>;

/** The keys that pods name one by one, as a variable or as a file; whoever takes a Secret as a whole names none. */
export function secretKeysOfPods(objects: readonly KubernetesObject[]): SecretKeys {
  const found = new Map<string, Set<string>>();
  const add = (secret: unknown, key: unknown) => {
    if (typeof secret !== 'string' || typeof key !== 'string') return;
    found.set(secret, (found.get(secret) ?? new Set<string>()).add(key));
  };
  for (const object of objects) {
    const spec = podTemplateOf(object)?.spec ?? {};
    for (const container of [...asRecords(spec['initContainers']), ...asRecords(spec['containers'])]) {
      for (const variable of asRecords(container['env'])) {
        const { name, key } = asRecord(asRecord(variable['valueFrom'])['secretKeyRef']);
        add(name, key);
      }
    }
    for (const volume of asRecords(spec['volumes'])) {
      const { secretName, items } = asRecord(volume['secret']);
      for (const { key } of asRecords(items)) add(secretName, key);
      for (const source of asRecords(asRecord(volume['projected'])['sources'])) {
        const secret = asRecord(source['secret']);
        for (const { key } of asRecords(secret['items'])) add(secret['name'], key);
      }
    }
  }
  return new Map([...found].map(([secret, keys]) => [secret, [...keys].sort()]));
}
