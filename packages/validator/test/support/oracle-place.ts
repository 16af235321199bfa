/**
 * Where Kubernetes' validation names a place in another way than the object has it: internal names of fields, an index
 * that it forgets, a key in place of a path.
 */
const otherNames: readonly (readonly [RegExp, string])[] = [
  [/^spec\.validation\.openAPIV3Schema/, 'spec.versions[0].schema.openAPIV3Schema'],
  [/^spec\.additionalPrinterColumns/, 'spec.versions[0].additionalPrinterColumns'],
  [/^spec\.conversion\.webhookClientConfig/, 'spec.conversion.webhook.clientConfig'],
  [/^spec\.conversion\.conversionReviewVersions/, 'spec.conversion.webhook.conversionReviewVersions'],
  [/\.scopeSelector\.matchExpressions\.\w+$/, '.scopeSelector.matchExpressions'],
  [/^spec\.LoadBalancerSourceRanges/, 'spec.loadBalancerSourceRanges'],
  [/^spec\.clusterIPs(\[0\])?/, 'spec.clusterIP'],
  [/^spec\.securityContext\.shareProcessNamespace/, 'spec.shareProcessNamespace'],
  [/\.template\.(labels|annotations)/, '.template.metadata.$1'],
  [/\.resources\[storage\]/, '.resources.requests.storage'],
  [/\.resources\.limits$/, '.resources'],
  [/\.volumeMounts\.\w+$/, '.volumeMounts'],
  [/^metadata\.ownerReferences\.\w+/, 'metadata.ownerReferences'],
  [/\.topologySpreadConstraints\[\d\]\.\{.*$/, '.topologySpreadConstraints'],
  [/\.tolerations\[(\d)\]\.operator$/, '.tolerations[$1]'],
  [/\.defaultRequest\[(.*)\]$/, ''],
  [/\.items\.properties\[\w+\]\.default$/, ''],
  [/\.downwardAPI\..*$/, '.downwardAPI'],
  [/\.projected\.path$/, '.projected'],
  [/(Affinity\..*\[\d\])\.namespace$/, '$1.namespaces'],
  [/JSONPath$/, 'jsonPath'],
  [/^scheduling\.tolerations\.tolerations\[(\d)\].*$/, 'scheduling.tolerations[$1]'],
  [/^template\.labels/, 'template.metadata.labels'],
  [/\.csi\.name$/, '.csi.nodePublishSecretRef.name'],
  [/\.volumes\[\d\]\.name$/, '.volumes'],
  [/\.service\.(name|namespace)$/, '.service'],
  [/^spec\.metrics\[0\]\.resource\..*$/, 'spec.targetCPUUtilizationPercentage'],
  [/\.x-kubernetes-list-type$/, ''],
  [/\.matchFields\[(\d)\]\..*$/, '.matchFields[$1]'],
  // A label that a Job gets from its name.
  [/^spec\.template\.labels$/, 'metadata.name'],
  [/^data\[/, 'stringData['],
];

/** Whether one of the places that Kubernetes names is the place of a pointer, or lies above or below it. */
export function isNamed(pointerKeys: readonly string[], fields: readonly string[]): boolean {
  return fields
    .flatMap((field) => [
      field,
      ...otherNames.map(([name, ours]) => field.replace(name, ours)),
      otherNames.reduce((now, [name, ours]) => now.replace(name, ours), field),
    ])
    .map(keysOf)
    .some((keys) => keys.every((key, at) => at >= pointerKeys.length || key === pointerKeys[at]));
}

/** The keys of `spec.containers[0].ports` and of `data[a.b]`. */
function keysOf(field: string): readonly string[] {
  return [...field.matchAll(/\[([^\]]*)\]|[^.[\]]+/g)].map(([whole, inner]) => inner ?? whole);
}
