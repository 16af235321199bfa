import type { ChartSource } from '@seatrial/compiler';
import type { RecipeName } from '@seatrial/guests';
import type { DefinitionSource } from '../cache/schema-entries.ts';

/** What has to be in the cache for a run. */
export interface Needs {
  /** Engines to build. helm is built without being named when a chart needs it. */
  readonly tools: readonly RecipeName[];
  /** Exact Kubernetes versions without the `v`: `1.29.15`. */
  readonly kubernetes: readonly string[];
  readonly definitions: readonly DefinitionSource[];
  readonly charts: readonly ChartSource[];
}
