import type { FleetModel, Inputs, KubernetesObject, ResolvedFleet } from '@seatrial/compiler';

/** The fleet to rehearse, as it was loaded. */
export interface Subject {
  readonly model: FleetModel;
  /** What was read beside the model: a changed model is resolved with the same. */
  readonly inputs: Inputs;
  readonly fleet: ResolvedFleet;
  /** Custom resource definitions by `module@version/path` of a chart's `definitions.source`. */
  readonly definitions: ReadonlyMap<string, readonly KubernetesObject[]>;
  /** Files of the repository that trees read beside what is compiled (foreign bases): path to text. */
  readonly files: ReadonlyMap<string, string>;
  /** Which of the fleet's constraints of this cluster refuse an object, by their own Rego: `Kind/name`, with the message. */
  readonly refusals: (cluster: string, object: KubernetesObject) => Promise<readonly Refusal[]>;
}

export interface Refusal {
  /** `K8sDenyLatestTag/forbid-latest-tag`. */
  readonly constraint: string;
  readonly message: string;
}
