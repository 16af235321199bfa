import { instanceScopes } from '../argo-cd/index.ts';
import type { ResolvedFleet } from '../../resolved/fleet.ts';
import type { FailoverPair } from './failover-pair.ts';
import { commands } from './markdown.ts';

/** Kinds that serve or write, and what would bring them back; deleted in this order. */
const fencedKinds = ['HorizontalPodAutoscaler', 'CronJob', 'Deployment', 'StatefulSet'];

/** The step that keeps the old active cluster from serving and writing, before anything else begins to. */
export function fencing(fleet: ResolvedFleet, { active, twins }: FailoverPair): string[] {
  const stops = twins.flatMap(({ active: placement }) => {
    const names = placement.objects
      .map(({ object }) => object)
      .filter(({ kind }) => fencedKinds.includes(kind))
      .sort((one, other) => fencedKinds.indexOf(one.kind) - fencedKinds.indexOf(other.kind))
      .map(({ kind, metadata }) => `${kind.toLowerCase()}/${metadata.name}`);
    const there = `kubectl --context ${active.name} --namespace ${placement.namespace}`;
    return names.length === 0
      ? []
      : [`${there} delete ${names.join(' ')}`, `${there} get pods   # until they are gone`];
  });
  const charts = twins.flatMap(({ active: placement }) =>
    placement.charts.map(({ release }) => `\`${release}\``),
  );
  return [
    '### 2. Fence first',
    `Keep Argo CD from undoing the fence. From now on it leaves ${active.name} alone:`,
    commands(holdCommands(fleet, active.name, true)),
    ...(stops.length === 0
      ? []
      : [
          `If ${active.name} still answers, stop what serves or writes there. Argo CD makes it again from git when the fence is lifted:`,
          commands(stops),
        ]),
    ...(charts.length === 0
      ? []
      : [
          `Charts whose workloads the model does not know: ${charts.join(', ')}. Stop those that write shared data.`,
        ]),
    `If it does not answer, write down "fence pending", cut it off where traffic comes in (DNS, global load balancer) and where it writes (database credentials, network), and treat its return as an incident of its own: it comes back with its old Pods.`,
  ];
}

/**
 * Stops Argo CD from touching a cluster, or lets it again. On the Secret of the cluster, because an annotation on a
 * generated Application is removed by its ApplicationSet. Source: Argo CD, `docs/operator-manual/cluster-management.md`.
 */
export function holdCommands(fleet: ResolvedFleet, cluster: string, hold: boolean): string[] {
  return instanceScopes(fleet)
    .filter(({ placements }) => placements.some((placement) => placement.cluster === cluster))
    .flatMap(({ instance }) => {
      const kubectl = `kubectl --context ${instance.cluster} --namespace ${fleet.argoCd.namespace}`;
      if (instance.cluster === cluster) {
        return [`${kubectl} scale statefulset/argocd-application-controller --replicas=${hold ? 0 : 1}`];
      }
      const template = `{{range .items}}{{if eq (.data.name | base64decode) "${cluster}"}}{{.metadata.name}}{{end}}{{end}}`;
      return [
        `secret=$(${kubectl} get secrets --selector argocd.argoproj.io/secret-type=cluster --output go-template='${template}')`,
        `${kubectl} annotate secret "$secret" argocd.argoproj.io/skip-reconcile${hold ? '=true --overwrite' : '-'}`,
      ];
    });
}
