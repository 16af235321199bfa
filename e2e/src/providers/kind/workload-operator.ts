import type { Kubernetes } from '../../kubernetes/kubernetes.ts';
import type { Operator } from '../../lab/lab.ts';
import type { Run } from '../../run/run.ts';
import { wait } from '../../run/wait.ts';
import type { ContainerEngine } from './container-engine.ts';

export interface Workload {
  readonly kind: 'Deployment' | 'StatefulSet';
  readonly name: string;
}

interface Where {
  readonly kubernetes: Kubernetes;
  /** The container that is the node. */
  readonly node: string;
  readonly namespace: string;
}

const refOf = ({ kind, name }: Workload, namespace: string) => ({
  apiVersion: 'apps/v1',
  kind,
  namespace,
  name,
});

/** A part of Argo CD that runs as a pod: killed as a process is, and held down until it is started again. */
export function workloadOperator(
  run: Run,
  engine: ContainerEngine,
  { kubernetes, node, namespace }: Where,
  workload: Workload,
): Operator {
  const scale = (replicas: number) => kubernetes.patch(refOf(workload, namespace), { spec: { replicas } });
  return {
    async kill() {
      await scale(0);
      // Not by a signal that it could prepare for: its first argument is its name, by which Argo CD's one program knows what to be.
      // The brackets keep the pattern from matching the shell that holds it.
      const pattern = workload.name.replace(/^./, '[$&]');
      await engine.run(['exec', node, 'sh', '-c', 'pkill -KILL -f "$1" || true', 'sh', pattern]);
      await wait(run, {
        awaited: `the pods of ${workload.name} are gone`,
        within: 60,
        async look() {
          const pods = await kubernetes.list(
            { apiVersion: 'v1', kind: 'Pod' },
            { namespace, labels: `app.kubernetes.io/name=${workload.name}` },
          );
          return pods.length === 0
            ? { met: true, value: undefined }
            : { met: false, seen: `${String(pods.length)} are still there` };
        },
      });
    },
    async start() {
      await scale(1);
      await awaitReady(run, kubernetes, namespace, workload);
    },
  };
}

/** @throws Timeout with what is not ready */
export async function awaitReady(
  run: Run,
  kubernetes: Kubernetes,
  namespace: string,
  workload: Workload,
): Promise<void> {
  const watched = kubernetes.watch({ apiVersion: 'apps/v1', kind: workload.kind }, { namespace });
  try {
    await wait(run, {
      awaited: `${workload.name} is ready`,
      within: 240,
      changes: [watched],
      look() {
        const object = watched.get(workload.name, namespace);
        const { readyReplicas = 0, observedGeneration = 0 } = (object?.['status'] ?? {}) as Record<
          string,
          number
        >;
        const { generation = 0 } = (object?.metadata ?? {}) as { generation?: number };
        return readyReplicas > 0 && observedGeneration >= generation
          ? { met: true, value: undefined }
          : { met: false, seen: `${String(readyReplicas)} pods are ready` };
      },
    });
  } finally {
    watched.close();
  }
}
