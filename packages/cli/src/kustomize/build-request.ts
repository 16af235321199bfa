import type { KubernetesObject } from '@seatrial/compiler';

/** One root to build, and how. Paths are absolute. */
export interface BuildRequest {
  readonly root: string;
  /** Comes back with the answer; unique in a run. */
  readonly id: string;
  /** Whether the file of each object is asked for. */
  readonly origins?: boolean;
  /** Whether a kustomization may read files above its own folder, as with Flux. */
  readonly anyFile?: boolean;
  /** The folder that no file may be outside of, by a symbolic link neither. */
  readonly within?: string;
  /** Seconds after which the build counts as failed. */
  readonly seconds?: number;
  readonly edit?: KustomizationEdit;
  readonly substitute?: Substitution;
}

/** What an engine changes in the root's own kustomization before it builds it. */
export interface KustomizationEdit {
  /** For a folder without a kustomization: the resources of the one that is written. */
  readonly create?: readonly string[];
  /** Fields that are replaced. */
  readonly set?: Readonly<Record<string, unknown>>;
  /** Lists that get longer. */
  readonly append?: Readonly<Record<string, readonly unknown[]>>;
  /** Lists whose entries are merged by `name`. */
  readonly named?: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  /** Maps that get more keys. */
  readonly merge?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Variables that Flux puts into what was built. */
export interface Substitution {
  readonly variables: Readonly<Record<string, string>>;
}

export type BuildAnswer = BuiltObjects | { readonly id: string; readonly error: string };

export interface BuiltObjects {
  readonly id: string;
  /** In kustomize's order. */
  readonly objects: readonly KubernetesObject[];
  /** One for each object, where origins were asked for. Paths are relative to the root. */
  readonly origins?: readonly ObjectOrigin[];
  /** The objects in which substitution met something. */
  readonly variables?: readonly VariableNote[];
}

export interface ObjectOrigin {
  /** The file that holds the object. */
  readonly path?: string;
  /** The kustomization that generates the object. */
  readonly configuredIn?: string;
}

export interface VariableNote {
  /** Index of the object. */
  readonly object: number;
  /** Variables without a value and without a default; they count as empty. */
  readonly unset?: readonly string[];
  /** Why the object could not be substituted; it is as it was. */
  readonly error?: string;
}
