import type { Severity } from '@seatrial/compiler';
import type { RenderedCluster } from '../rendered/rendered-cluster.ts';

/** How bad it is that something is nowhere to be found: where only a part of the cluster is known, it may be elsewhere. */
export function severityOfMissing({ complete }: RenderedCluster): Severity {
  return complete ? 'error' : 'warning';
}
