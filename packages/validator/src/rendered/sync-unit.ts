import type { LocatedObject } from './located-object.ts';

/** What one sync applies: a placement of a fleet; in a repository, an Argo CD Application, a Flux Kustomization or a bare root. */
export interface SyncUnit {
  /** Unique in its set. */
  readonly name: string;
  /** The cluster that its objects go to. */
  readonly cluster: string;
  /** Where objects without a namespace go. */
  readonly namespace?: string;
  /** Set for Flux, which applies on the server's side always. */
  readonly appliedBy?: 'flux';
  /** The Argo CD Application that syncs it, also when an ApplicationSet generates it; `place` is of what is written down. */
  readonly application?: LocatedObject;
}
