import { dnsLabel } from '../formats/names.ts';
import { podSpec, podTemplate, podTemplateOfStatefulSet } from '../pods/rules.ts';
import { namedVolumesOfStatefulSet } from '../pods/named-volumes.ts';
import { at, below, type Placed } from '../rule.ts';
import { oneOf } from '../values/allowed-word.ts';
import { countOrPercent } from '../values/count-or-percent.ts';
import { atLeast } from '../values/number-in-range.ts';
import { wellFormedSelector } from '../values/well-formed-selector.ts';
import { needs } from '../values/present-fields.ts';
import { written } from '../values/well-formed-text.ts';
import { claimSpec } from './claims.ts';
import {
  possibleRollout,
  possibleRolloutOfDaemonSet,
  possibleRolloutOfStatefulSet,
} from './possible-rollout.ts';
import { runningPods } from './restart-policy.ts';
import { plainSelectorMatchesTemplate, selectorMatchesTemplate } from './selector-matches-template.ts';

const anyCount = countOrPercent({ atMostAll: false });
const atMostAll = countOrPercent({ atMostAll: true });

const counts: readonly Placed[] = ['replicas', 'minReadySeconds', 'revisionHistoryLimit'].flatMap((name) =>
  at(`spec.${name}`, atLeast(0)),
);

const running: readonly Placed[] = [
  ...at('', needs('spec')),
  ...counts,
  ...at('spec', selectorMatchesTemplate),
  ...at('spec.selector', wellFormedSelector),
  ...at('spec.template.spec', runningPods),
];

/** The kinds that run pods on and on. */
export const workloads: Readonly<Record<string, readonly Placed[]>> = {
  '/Pod': [...at('', needs('spec')), ...below('spec', podSpec)],
  '/PodTemplate': [...at('', needs('template')), ...below('template', podTemplate)],
  '/ReplicationController': [
    ...at('', needs('spec')),
    ...at('spec', needs('template')),
    ...counts,
    ...at('spec', plainSelectorMatchesTemplate),
    ...at('spec.template.spec', runningPods),
    ...below('spec.template', podTemplate),
  ],
  'apps/ReplicaSet': [...running, ...below('spec.template', podTemplate)],
  'apps/Deployment': [
    ...running,
    ...below('spec.template', podTemplate),
    ...at('spec', possibleRollout),
    ...at('spec.progressDeadlineSeconds', atLeast(0)),
    ...at('spec.strategy.type', oneOf('Recreate', 'RollingUpdate')),
    ...at('spec.strategy.rollingUpdate.maxUnavailable', atMostAll),
    ...at('spec.strategy.rollingUpdate.maxSurge', anyCount),
  ],
  'apps/DaemonSet': [
    ...running,
    ...below('spec.template', podTemplate),
    ...at('spec.updateStrategy', possibleRolloutOfDaemonSet),
    ...at('spec.updateStrategy.type', oneOf('RollingUpdate', 'OnDelete')),
    ...at('spec.updateStrategy.rollingUpdate.maxUnavailable', atMostAll),
    ...at('spec.updateStrategy.rollingUpdate.maxSurge', atMostAll),
  ],
  'apps/StatefulSet': [
    ...running,
    ...at('spec', namedVolumesOfStatefulSet),
    ...below('spec.template', podTemplateOfStatefulSet),
    ...at('spec.volumeClaimTemplates.*', needs('metadata', 'spec')),
    ...at('spec.volumeClaimTemplates.*.metadata', needs('name')),
    ...below('spec.volumeClaimTemplates.*.spec', claimSpec),
    ...at('spec.serviceName', written(dnsLabel)),
    ...at('spec.podManagementPolicy', oneOf('OrderedReady', 'Parallel')),
    ...at('spec.updateStrategy', possibleRolloutOfStatefulSet),
    ...at('spec.updateStrategy.type', oneOf('RollingUpdate', 'OnDelete')),
    ...at('spec.updateStrategy.rollingUpdate.maxUnavailable', atMostAll),
    ...at('spec.updateStrategy.rollingUpdate.partition', atLeast(0)),
    ...at('spec.persistentVolumeClaimRetentionPolicy.whenDeleted', oneOf('Retain', 'Delete')),
    ...at('spec.persistentVolumeClaimRetentionPolicy.whenScaled', oneOf('Retain', 'Delete')),
    ...at('spec.ordinals.start', atLeast(0)),
  ],
};
