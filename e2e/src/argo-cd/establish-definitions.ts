import type { KubernetesObject } from '@seatrial/compiler';
import { conditionHolds } from '../kubernetes/condition-holds.ts';
import type { Kubernetes } from '../kubernetes/kubernetes.ts';
import type { Run } from '../run/run.ts';
import { wait } from '../run/wait.ts';

/** Applies custom resource definitions and waits until the API server serves their kinds. @throws Timeout */
export async function establishDefinitions(
  run: Run,
  kubernetes: Kubernetes,
  definitions: readonly KubernetesObject[],
  options: { readonly manager?: string } = {},
): Promise<void> {
  const watched = kubernetes.watch({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
  });
  try {
    await Promise.all(definitions.map((definition) => kubernetes.apply(definition, options)));
    await wait(run, {
      awaited: `${kubernetes.name} serves ${definitions.length} new kinds`,
      within: 60,
      changes: [watched],
      look: () => {
        const missing = definitions
          .map(({ metadata }) => metadata.name)
          .filter((name) => !conditionHolds(watched.get(name), 'Established'));
        return missing.length === 0
          ? { met: true, value: undefined }
          : { met: false, seen: `not established: ${missing.join(', ')}` };
      },
    });
  } finally {
    watched.close();
  }
}
