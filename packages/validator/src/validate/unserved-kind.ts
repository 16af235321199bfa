import { groupOf } from '@seatrial/compiler';
import { nearestName } from '../findings/nearest-name.ts';
import { removedApis } from './removed-apis.ts';
import type { RenderedCluster } from '../rendered/rendered-cluster.ts';

/**
 * Why a cluster cannot take a kind that it has no schema for, with a way out. Undefined when the kind may well exist
 * there (a definition that is not known here): then it is only not checked.
 */
export function unservedKind(
  { kinds, kubernetes }: RenderedCluster,
  apiVersion: string,
  kind: string,
): { readonly sentence: string; readonly hint: string } | undefined {
  const group = groupOf(apiVersion);
  const served = kinds.versionsOf(group, kind);
  const removed = removedApis.get(`${apiVersion} ${kind}`);
  if (removed !== undefined && minorOf(removed.removedIn) <= minorOf(kubernetes)) {
    const sentence = `Kubernetes ${kubernetes} does not serve ${apiVersion} ${kind}: it was removed in ${removed.removedIn}.`;
    return {
      sentence,
      hint: removed.use === undefined ? 'Nothing took its place; remove the object.' : `Use ${removed.use}.`,
    };
  }
  if (served.length > 0) {
    const by = kinds.ownsGroup(group) ? `Kubernetes ${kubernetes}` : 'The definition that this cluster gets';
    return {
      sentence: `${by} does not serve ${apiVersion} ${kind}.`,
      hint: `Use ${served.join(' or ')}, which it serves.`,
    };
  }
  if (!kinds.ownsGroup(group)) return undefined;
  const nearest = nearestName(kind, kinds.kindsOf(apiVersion));
  return {
    sentence: `Kubernetes ${kubernetes} has no kind ${kind} in ${apiVersion} that can be applied.`,
    hint: nearest === undefined ? 'Correct the apiVersion and the kind.' : `Did you mean ${nearest}?`,
  };
}

/** `1.25` and `1.25.3`: 25. */
function minorOf(version: string): number {
  return Number(version.split('.')[1]);
}
