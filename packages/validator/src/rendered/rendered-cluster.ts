import type { KindIndex } from '../schemas/kind-index.ts';

/** A cluster, as far as it is known what comes to it. */
export interface RenderedCluster {
  readonly name: string;
  /** The Kubernetes version, as it is shown: `1.29` or `1.29.15`. */
  readonly kubernetes: string;
  readonly kinds: KindIndex;
  /**
   * Whether the objects and the unrendered parts are all that the cluster gets. True for a fleet; a repository that was
   * found as it is may describe only a part of its clusters.
   */
  readonly complete: boolean;
  /** The storage classes that the cluster has beside those of its objects; absent: not known. */
  readonly storageClasses?: readonly string[];
  /** What comes to the cluster too, with objects that are not known. */
  readonly unrendered: readonly Unrendered[];
}

/** A chart by reference, a base on the network: something that makes objects which are not known here. */
export interface Unrendered {
  /** As it stands in a sentence: `the chart grafana of observability`. */
  readonly what: string;
  /** Namespaces that its objects can be in; absent: any. */
  readonly namespaces?: readonly string[];
}
