import type { Finding, KubernetesObject } from '@seatrial/compiler';
import type { Position } from '@seatrial/validator';

/** What became of a content. */
export interface Rendered {
  readonly objects: readonly RenderedObject[];
  readonly findings: readonly Finding[];
  /** Present: nothing, or not all, is known of what it yields. */
  readonly notRendered?: NotRendered;
}

/** An object, and where people wrote it. */
export interface RenderedObject {
  readonly object: KubernetesObject;
  /** Path from the repository's root. */
  readonly file: string;
  /** Where a field stands in the file; absent for what kustomize has built. */
  readonly locate?: (pointer: string) => Position;
  /** The folder of the kustomization that was built, for what kustomize has built. */
  readonly builtFrom?: string;
  /** Variables of Flux in it that have no value. */
  readonly unset?: readonly string[];
}

/** Why something is not rendered. */
export interface NotRendered {
  readonly kind:
    'network' | 'helm' | 'plugin' | 'broken' | 'elsewhere' | 'encrypted' | 'generator' | 'variables';
  /** What it is, as it stands in a sentence: `the kustomization apps/web`. */
  readonly what: string;
  /** One clause: `the network is needed: https://…`. */
  readonly reason: string;
}
