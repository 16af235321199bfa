import { dnsLabel, pathSegment, qualifiedName } from '../formats/names.ts';
import { at, type Placed } from '../rule.ts';
import { exactlyOneOf } from '../values/allowed-word.ts';
import { countOrPercent } from '../values/count-or-percent.ts';
import { between } from '../values/number-in-range.ts';
import { needs } from '../values/present-fields.ts';
import { containerResource, written } from '../values/well-formed-text.ts';
import { wellFormedScopes, wellFormedSelector } from '../values/well-formed-selector.ts';
import { autoscalerBounds } from './autoscaler-bounds.ts';
import { definitionConversion } from './definition-conversion.ts';
import { definitionVersions } from './definition-versions.ts';
import { disruptionBounds } from './disruption-bounds.ts';
import { priorityValue } from './priority-value.ts';
import { limitRangeBounds, quotaAmounts } from './quota-amounts.ts';
import { structuralDefinition } from './structural-definition.ts';
import { webhookCalls } from './webhook-calls.ts';

const scopes = [
  'Terminating',
  'NotTerminating',
  'BestEffort',
  'NotBestEffort',
  'PriorityClass',
  'CrossNamespacePodAffinity',
  'VolumeAttributesClass',
] as const;

const upToAll = countOrPercent({ atMostAll: true });

const webhooks: readonly Placed[] = [
  ...at('', webhookCalls),
  ...at('webhooks.*.matchConditions.*', needs('name', 'expression')),
  ...at('webhooks.*.matchConditions.*.name', written(qualifiedName)),
  ...at('webhooks.*.failurePolicy', exactlyOneOf('Ignore', 'Fail')),
  ...at('webhooks.*.matchPolicy', exactlyOneOf('Exact', 'Equivalent')),
  ...at('webhooks.*.sideEffects', exactlyOneOf('None', 'NoneOnDryRun')),
  ...at('webhooks.*.timeoutSeconds', between(1, 30)),
  ...at('webhooks.*.namespaceSelector', wellFormedSelector),
  ...at('webhooks.*.objectSelector', wellFormedSelector),
  ...at('webhooks.*.reinvocationPolicy', exactlyOneOf('Never', 'IfNeeded')),
  ...at('webhooks.*.rules.*.operations.*', exactlyOneOf('*', 'CREATE', 'UPDATE', 'DELETE', 'CONNECT')),
  ...at('webhooks.*.rules.*.scope', exactlyOneOf('*', 'Cluster', 'Namespaced')),
];

/** The kinds that govern a cluster and what runs on it. */
export const cluster: Readonly<Record<string, readonly Placed[]>> = {
  'autoscaling/HorizontalPodAutoscaler': [
    ...at('', needs('spec')),
    ...at('spec.metrics.*.resource', needs('name')),
    ...at('spec.metrics.*.containerResource', needs('name', 'container')),
    ...at('spec.metrics.*.containerResource.name', containerResource),
    ...at('spec.metrics.*.containerResource.container', written(dnsLabel)),
    ...['pods', 'object', 'external'].flatMap((source) => [
      ...at(`spec.metrics.*.${source}.metric`, needs('name')),
      ...at(`spec.metrics.*.${source}.metric.name`, written(pathSegment)),
    ]),
    ...at('spec.metrics.*.object.describedObject', needs('kind', 'name')),
    ...at('spec.metrics.*.object.describedObject.kind', written(pathSegment)),
    ...at('spec.metrics.*.object.describedObject.name', written(pathSegment)),
    ...['resource', 'containerResource', 'pods', 'object', 'external'].flatMap((source) =>
      at(`spec.metrics.*.${source}.target.type`, exactlyOneOf('Utilization', 'Value', 'AverageValue')),
    ),
    ...at('spec', autoscalerBounds),
    ...at('spec.metrics.*.type', exactlyOneOf('Resource', 'ContainerResource', 'Pods', 'Object', 'External')),
    ...['scaleUp', 'scaleDown'].flatMap((direction) => [
      ...at(`spec.behavior.${direction}.selectPolicy`, exactlyOneOf('Max', 'Min', 'Disabled')),
      ...at(`spec.behavior.${direction}.policies.*.type`, exactlyOneOf('Pods', 'Percent')),
    ]),
  ],
  'policy/PodDisruptionBudget': [
    ...at('spec', disruptionBounds),
    ...at('spec.minAvailable', upToAll),
    ...at('spec.maxUnavailable', upToAll),
    ...at('spec.selector', wellFormedSelector),
    ...at('spec.unhealthyPodEvictionPolicy', exactlyOneOf('AlwaysAllow', 'IfHealthyBudget')),
  ],
  '/ResourceQuota': [
    ...at('spec', quotaAmounts),
    ...at('spec.scopeSelector.matchExpressions', wellFormedScopes),
    ...at('spec.scopeSelector.matchExpressions.*.scopeName', exactlyOneOf(...scopes)),
    ...at('spec.scopes.*', exactlyOneOf(...scopes)),
  ],
  '/LimitRange': at('spec', limitRangeBounds),
  'scheduling.k8s.io/PriorityClass': [
    ...at('', priorityValue),
    ...at('preemptionPolicy', exactlyOneOf('Never', 'PreemptLowerPriority')),
  ],
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration': webhooks,
  'admissionregistration.k8s.io/MutatingWebhookConfiguration': webhooks,
  'apiextensions.k8s.io/CustomResourceDefinition': [
    ...at('', definitionVersions),
    ...at('spec', definitionConversion),
    ...at('spec.conversion.strategy', exactlyOneOf('None', 'Webhook')),
    ...at('spec.scope', exactlyOneOf('Namespaced', 'Cluster')),
    ...at('spec.versions.*.schema.openAPIV3Schema', structuralDefinition),
  ],
};
