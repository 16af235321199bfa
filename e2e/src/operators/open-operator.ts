import type { KubernetesObject } from '@seatrial/compiler';
import { conditionHolds } from '../kubernetes/condition-holds.ts';
import { ApiError, type KindRef, type Kubernetes, type Watched } from '../kubernetes/kubernetes.ts';
import type { Operator } from '../lab/lab.ts';
import { awaitProcess } from '../run/await-process.ts';
import type { Run } from '../run/run.ts';
import type { Child, ProcessRequest } from '../run/supervisor.ts';
import { wait } from '../run/wait.ts';

/** Where an operator runs as a process beside its cluster, on every provider. */
export interface OperatorGround {
  /** Its cluster, straight: a drill that cuts the cluster off does not cut off what runs inside. */
  readonly kubernetes: Kubernetes;
  /** Path of an administrator's kubeconfig of the same. */
  readonly kubeconfig: string;
  /** An address of this machine that the cluster's API server reaches: where webhooks listen. */
  readonly address: string;
  /** Hears of each process that is started. */
  readonly started: (child: Child) => void;
}

export interface OperatorPlan {
  /** `Gatekeeper`. */
  readonly title: string;
  readonly process: ProcessRequest;
  /** Names of the definitions that it needs: without them its process ends. */
  readonly definitions: readonly string[];
  /** The namespace that it writes to, where it has one. */
  readonly namespace?: string;
  /** Made before the program starts. */
  readonly before?: KubernetesObject;
  readonly isUp: () => Promise<boolean>;
}

const definitionKind: KindRef = { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition' };
const namespaceKind: KindRef = { apiVersion: 'v1', kind: 'Namespace' };

/**
 * Runs an operator's own program as soon as the fleet has brought its definitions and its namespace: as in a cluster,
 * where its chart brings both, and the program.
 */
export function openOperator(
  run: Run,
  { kubernetes, started }: OperatorGround,
  plan: OperatorPlan,
): Operator {
  const definitions = kubernetes.watch(definitionKind);
  const namespaces = kubernetes.watch(namespaceKind);
  let wanted = true;
  let working: Promise<Child> | undefined;

  const begin = (): Promise<Child> => {
    working ??= makeBefore(run, kubernetes, plan).then(() =>
      startUp(run, plan, started, () => (working = undefined)),
    );
    return working;
  };
  const beginWhenPossible = (): void => {
    if (!wanted || working !== undefined || missing(plan, definitions, namespaces) !== undefined) return;
    begin().catch((error: unknown) => note(run, error));
  };
  for (const watched of [definitions, namespaces]) watched.onChange(beginWhenPossible);

  return {
    async kill() {
      wanted = false;
      const child = await working?.catch(() => undefined);
      await child?.kill();
    },
    async start() {
      await wait(run, {
        awaited: `${kubernetes.name} has what ${plan.title} needs`,
        within: 60,
        changes: [definitions, namespaces],
        look: () => {
          const lacking = missing(plan, definitions, namespaces);
          return lacking === undefined ? { met: true, value: undefined } : { met: false, seen: lacking };
        },
      });
      wanted = true;
      await begin();
    },
  };
}

/** A Pod is refused until its namespace has a service account, which the controllers make. */
async function makeBefore(run: Run, kubernetes: Kubernetes, { title, before }: OperatorPlan): Promise<void> {
  if (before === undefined) return;
  await wait(run, {
    awaited: `${kubernetes.name} takes the ${before.kind} of ${title}`,
    within: 60,
    async look() {
      try {
        return { met: true, value: await kubernetes.apply(before) };
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        return { met: false, seen: error.message };
      }
    },
  });
}

async function startUp(
  run: Run,
  plan: OperatorPlan,
  started: (child: Child) => void,
  ended: () => void,
): Promise<Child> {
  const child = await run.supervisor.start(plan.process);
  started(child);
  void child.ended.then(ended);
  await awaitProcess(run, child, { awaited: `${plan.process.name} works`, isUp: plan.isUp });
  return child;
}

/** What it still lacks, in words. */
function missing(
  { definitions, namespace }: OperatorPlan,
  known: Watched,
  namespaces: Watched,
): string | undefined {
  const lacking = definitions.filter((name) => !conditionHolds(known.get(name), 'Established'));
  if (lacking.length > 0) return `not established: ${lacking.join(', ')}`;
  if (namespace !== undefined && namespaces.get(namespace) === undefined) return `no namespace ${namespace}`;
  return undefined;
}

/** Nobody waits for a start that nobody asked for: what depends on it fails later, and this says why. */
function note(run: Run, error: unknown): void {
  run.progress.tell({
    kind: 'note',
    at: run.clock.now(),
    text: error instanceof Error ? error.message : String(error),
  });
}
