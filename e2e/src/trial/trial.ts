import type { FleetModel, KubernetesObject, Placement, ResolvedFleet } from '@seatrial/compiler';
import type { FaultName } from '../faults/fault-name.ts';
import type { Watched } from '../kubernetes/kubernetes.ts';
import type { Lab, LabArgoCd, LabCluster } from '../lab/lab.ts';
import type { Drill } from '../report/rehearsal.ts';
import type { Run } from '../run/run.ts';
import type { Claim, Measure } from './claim.ts';
import type { Subject } from './subject.ts';

/** What a proof works with. One trial a rehearsal; its state moves on with every {@link Trial.publish}. */
export interface Trial {
  readonly run: Run;
  readonly lab: Lab;
  readonly subject: Subject;
  /** Faults that are switched on, in a test of the proofs themselves. */
  readonly faults: ReadonlySet<FaultName>;
  /** What the git server serves now. */
  readonly published: Published;
  /** The rehearsal's own shape of the Applications, by placement name. */
  application(placement: string): Application;
  /** Every Application that Argo CD has, the roots too, by name. */
  applications(): readonly Application[];
  /** The watches on all Applications: pass them to `wait` as `changes`. */
  readonly applicationChanges: readonly Watched[];
  /** What the recorder saw on a cluster since the rehearsal began. */
  recorder(cluster: string): Recorder;
  cluster(name: string): LabCluster;
  /** The Argo CD that syncs a placement. */
  argoCdOf(placement: string): LabArgoCd;
  /** A placement of what is published. Throws when there is none of that name. */
  placement(name: string): Placement;
  /**
   * Resolves a model, replaces what stands in, compiles, commits and pushes to every branch that the engine follows, and
   * asks the engine to look. Nobody waits for anything but the push.
   */
  publish(message: string, model: FleetModel, options?: PublishOptions): Promise<Published>;
  /** `git revert` of the last {@link publish}, pushed. */
  revert(message: string): Promise<Published>;
  /** Asks Argo CD to look at git again: every Application, or the named ones (`refresh=normal`; `hard` with `hard`). */
  refresh(options?: { readonly applications?: readonly string[]; readonly hard?: boolean }): Promise<void>;
  /** Waits until these placements (all automated ones by default) are synced to what is published, healthy, and equal. */
  settle(options?: { readonly placements?: readonly string[]; readonly within?: number }): Promise<void>;
  /** How the live objects of a placement differ from the compiled ones: empty is equal. Asks the API server itself. */
  differences(placement: string): Promise<readonly string[]>;
  /** Keeps a drill for the report. */
  recordDrill(drill: Drill): void;
  /** Runs the body of one proof and records what comes of it. Never throws but for Ctrl-C. True: proven. */
  prove(claim: Claim, body: (notes: Notes) => Promise<void>): Promise<boolean>;
}

export interface PublishOptions {
  /** Changes the objects of the stood-in fleet, where a model cannot say it: a manifest that no API server takes. */
  readonly adjust?: (fleet: ResolvedFleet) => ResolvedFleet;
}

/** One state of git. */
export interface Published {
  /** The commit that branch points to, by branch. All are pushed together. */
  readonly commits: Readonly<Record<string, string>>;
  readonly message: string;
  readonly model: FleetModel;
  /** With everything replaced that stands in: what the trees hold and what live objects are held to. */
  readonly fleet: ResolvedFleet;
  /** Run clock, when the push had ended. */
  readonly at: number;
}

/** What a proof writes down while it runs. */
export interface Notes {
  saw(text: string): void;
  measure(name: string, value: number, unit: Measure['unit']): void;
}

/** What Argo CD says about one Application. */
export interface Application {
  readonly name: string;
  /** Absent: it is not one of the fleet's placements (a root). */
  readonly placement?: string;
  readonly object: KubernetesObject | undefined;
  readonly sync: 'Synced' | 'OutOfSync' | 'Unknown' | 'absent';
  readonly health: string;
  /** `status.sync.revision`, or that of the source with the tree where it has several. */
  readonly revision: string | undefined;
  readonly operation:
    | {
        readonly phase: string;
        readonly revision: string | undefined;
        readonly message: string;
        readonly startedAt: string;
        readonly retries: number;
      }
    | undefined;
  readonly conditions: readonly { readonly type: string; readonly message: string }[];
}

/** What was seen of the objects of one cluster, in the order in which its API server wrote them. */
export interface Recorder {
  readonly sightings: readonly ObjectSighting[];
  onSighting(listener: (sighting: ObjectSighting) => void): () => void;
}

export interface ObjectSighting {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly object: KubernetesObject;
  /** Run clock. */
  readonly at: number;
  /** `metadata.resourceVersion`: one count for the whole cluster, so it orders sightings of different kinds. */
  readonly order: bigint;
}
