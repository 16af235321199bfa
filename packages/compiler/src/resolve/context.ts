import type { Dialect } from '../dialect/dialect.ts';
import type { Finding } from '../findings/finding.ts';
import type { KubernetesObject } from '../objects/kubernetes-object.ts';
import type { ingressClasses } from '../model/ingress.ts';
import type { VersionsFile } from '../model/versions.ts';

/** One thing wrong with a model, before it is given its place: `path` is inside the application. */
export interface Problem {
  readonly code: string;
  readonly severity?: Finding['severity'];
  readonly sentence: string;
  readonly hint: string;
  readonly path: readonly string[];
}

/** Everything that the objects of an application depend on beside the application itself. */
export interface Context {
  readonly application: string;
  /** Absent for the base: the application with no override, in no place. */
  readonly environment?: string;
  readonly namespace: string;
  readonly ingressClass: (typeof ingressClasses)[number];
  /** Labels of every object and pod. */
  readonly labels: Readonly<Record<string, string>>;
  /** Absent for the base, and where the environment names no versions file. */
  readonly versions?: VersionsFile;
  /** Names what `versions` was read from. */
  readonly versionsPath?: string;
  readonly dialect: Dialect;
  /** `group/Kind`s that the fleet declares to be cluster-scoped. */
  readonly clusterScoped: ReadonlySet<string>;
  readonly report: (problem: Problem) => void;
}

/** An object before the application's common metadata is added. */
export interface Draft {
  readonly object: KubernetesObject;
  readonly component: string;
  readonly foreignBase?: string;
  /** Path of the component inside the application, for findings. */
  readonly path: readonly string[];
  readonly wave?: number;
}
