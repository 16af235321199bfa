import type { Application, ApplicationOverride, Role } from './application.ts';
import type { Chart } from './chart.ts';
import type { Cluster } from './cluster.ts';
import type { ExternalSecret } from './external-secret.ts';
import type { EnvironmentOf } from './fleet.ts';
import type { Hook } from './hook.ts';
import type { KustomizeBase } from './kustomize-base.ts';
import type { RawObject } from './raw-object.ts';
import type { Workload } from './workload.ts';

type Overridden =
  | 'workloads'
  | 'charts'
  | 'bases'
  | 'objects'
  | 'hooks'
  | 'externalSecrets'
  | 'perEnvironment'
  | 'perRole'
  | 'perCluster';

/** An application with the names of each kind of component apart: that is how they can be inferred outside a fleet. */
interface SeparateApplication<
  W,
  C,
  B,
  O,
  H,
  E,
  After,
  Environments extends string,
  Clusters extends string,
> extends Omit<Application<unknown, After, Environments, Clusters>, Overridden> {
  workloads?: { [N in keyof W]: Workload };
  charts?: { [N in keyof C]: Chart };
  bases?: { [N in keyof B]: KustomizeBase };
  objects?: { [N in keyof O]: RawObject };
  hooks?: { [N in keyof H]: Hook };
  externalSecrets?: { [N in keyof E]: ExternalSecret };
  perEnvironment?: { [N in Environments]?: ApplicationOverride<W | C | B | O | H | E> };
  perRole?: { [N in Role]?: ApplicationOverride<W | C | B | O | H | E> };
  perCluster?: { [N in Clusters]?: ApplicationOverride<W | C | B | O | H | E> };
}

/**
 * An application in a file of its own. An object that comes from another file is no longer checked for unknown keys
 * where the fleet uses it, so this checks it where it is written, and keeps its names for the fleet. `clusters` lend
 * their names and environments; the names in `after` are checked by `defineFleet`.
 */
export function defineApplication<
  const Clusters extends Record<string, Cluster>,
  W = never,
  C = never,
  B = never,
  O = never,
  H = never,
  E = never,
  const After extends string = never,
>(
  _clusters: Clusters,
  application: SeparateApplication<
    W,
    C,
    B,
    O,
    H,
    E,
    After,
    EnvironmentOf<NoInfer<Clusters>>,
    keyof NoInfer<Clusters> & string
  >,
): Application<W | C | B | O | H | E, After, EnvironmentOf<Clusters>, keyof Clusters & string> {
  return application as Application<
    W | C | B | O | H | E,
    After,
    EnvironmentOf<Clusters>,
    keyof Clusters & string
  >;
}
