import { groupOf } from '@seatrial/compiler';
import type { ClusterCheck } from '../check/check.ts';
import { severityOfMissing } from '../check/missing.ts';
import { fieldAt, listAt, textAt } from '../json/fields.ts';
import type { ClusterView } from '../rendered/cluster-view.ts';
import { placeOf } from '../rendered/place-of.ts';
import { autoscalersOf, type Autoscaler } from './lookup/autoscalers.ts';
import { checkThere } from './lookup/check-there.ts';
import { called } from './lookup/identity.ts';

export const anAutoscalerHasItsTarget: ClusterCheck = {
  rule: 'What an autoscaler scales is there and can be scaled',
  explanation: {
    code: 'SEA3424',
    title: 'An autoscaler has nothing to scale',
    meaning:
      'A HorizontalPodAutoscaler or ScaledObject names a workload that does not exist in its namespace, or one of a kind that has no number of replicas to set. ' +
      'The replicas stay as they are, whatever the load is.',
    fix: 'Correct scaleTargetRef. apiVersion belongs to it: a Deployment is of apps/v1. A DaemonSet, Job or Pod cannot be scaled.',
  },
  run(cluster, say) {
    for (const autoscaler of autoscalersOf(cluster)) {
      const { located: by, namespace, apiVersion, kind, name } = autoscaler;
      const field = '/spec/scaleTargetRef';
      const wrong = notScalable(cluster, autoscaler);
      if (wrong === undefined) {
        checkThere(cluster, say, {
          by,
          field: `${field}/name`,
          group: groupOf(apiVersion),
          kind,
          namespace,
          name,
          verb: 'scales',
          hint: `Name a ${kind} of the namespace, or remove the autoscaler.`,
        });
        continue;
      }
      say.wrong(placeOf(by, `${field}/${wrong.field}`), {
        severity: severityOfMissing(cluster),
        sentence: `${called(by)} scales ${kind} ${name} of ${apiVersion || 'no apiVersion'}, ${wrong.because}.`,
        hint: wrong.hint,
      });
    }
  },
};

const groupOfScalable: Readonly<Record<string, string>> = {
  Deployment: 'apps',
  ReplicaSet: 'apps',
  ReplicationController: '',
  StatefulSet: 'apps',
};
const versionOf = (group: string): string => (group === '' ? 'v1' : `${group}/v1`);

function notScalable(
  cluster: ClusterView,
  { apiVersion, kind }: Autoscaler,
): { readonly field: string; readonly because: string; readonly hint: string } | undefined {
  const group = groupOf(apiVersion);
  const right = groupOfScalable[kind];
  // KEDA and old clients leave a wrong group of a Deployment; no controller finds it there.
  if (right !== undefined && group !== right && !group.includes('.'))
    return {
      field: 'apiVersion',
      because: `which is a kind of ${versionOf(right)}`,
      hint: `Write apiVersion: ${versionOf(right)}.`,
    };
  const isBuiltIn = ['', 'apps', 'batch'].includes(group);
  const hasScale = isBuiltIn ? right !== undefined : definitionHasScale(cluster, group, kind);
  return hasScale
    ? undefined
    : {
        field: 'kind',
        because: 'a kind whose replicas cannot be set',
        hint: 'Scale a Deployment, a StatefulSet, or a kind whose definition has the scale subresource.',
      };
}

/** What is not defined among the known objects may have it. */
function definitionHasScale(cluster: ClusterView, group: string, kind: string): boolean {
  const definition = cluster
    .ofKind('apiextensions.k8s.io', 'CustomResourceDefinition')
    .find(
      ({ object }) =>
        textAt(object, 'spec', 'group') === group && textAt(object, 'spec', 'names', 'kind') === kind,
    );
  if (definition === undefined) return true;
  return listAt(definition.object, 'spec', 'versions').some(
    (version) => fieldAt(version, 'subresources', 'scale') !== undefined,
  );
}
