import type { Kubernetes } from '../../kubernetes/kubernetes.ts';
import { wait } from '../../run/wait.ts';
import type { Run } from '../../run/run.ts';

const kind = { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass' } as const;

const copied = ['provisioner', 'reclaimPolicy', 'volumeBindingMode'];

/** Gives a cluster the storage classes that the model says it has: each is kind's own one, by another name. */
export async function makeStorageClasses(
  run: Run,
  kubernetes: Kubernetes,
  names: readonly string[],
): Promise<void> {
  if (names.length === 0) return;
  const classes = await wait(run, {
    awaited: `${kubernetes.name} has kind's storage class`,
    within: 60,
    async look() {
      const all = await kubernetes.list(kind);
      return all.length > 0 ? { met: true, value: all } : { met: false, seen: 'there is no storage class' };
    },
  });
  const there = new Set(classes.map(({ metadata }) => metadata.name));
  const usual = Object.fromEntries(copied.map((field) => [field, classes[0]?.[field]]));
  await Promise.all(
    names
      .filter((name) => !there.has(name))
      .map((name) => kubernetes.create({ ...kind, metadata: { name }, ...usual })),
  );
}
