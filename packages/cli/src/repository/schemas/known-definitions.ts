import type { DefinitionSource } from '../../cache/schema-entries.ts';

/** Where the definitions of well-known groups come from: the CRDs in the Go modules of their projects. */
const sources: readonly (DefinitionSource & { readonly groups: readonly string[] })[] = [
  {
    groups: ['argoproj.io'],
    module: 'github.com/argoproj/argo-cd/v3',
    version: 'v3.4.2',
    path: 'manifests/crds',
  },
  {
    groups: ['source.toolkit.fluxcd.io'],
    module: 'github.com/fluxcd/source-controller',
    version: 'v1.8.5',
    path: 'config/crd/bases',
  },
  {
    groups: ['kustomize.toolkit.fluxcd.io'],
    module: 'github.com/fluxcd/kustomize-controller',
    version: 'v1.7.3',
    path: 'config/crd/bases',
  },
  {
    groups: ['notification.toolkit.fluxcd.io'],
    module: 'github.com/fluxcd/notification-controller',
    version: 'v1.5.0',
    path: 'config/crd/bases',
  },
  {
    groups: ['external-secrets.io', 'generators.external-secrets.io'],
    module: 'github.com/external-secrets/external-secrets',
    version: 'v1.3.2',
    path: 'config/crds/bases',
  },
  {
    groups: ['cert-manager.io', 'acme.cert-manager.io'],
    module: 'github.com/cert-manager/cert-manager',
    version: 'v1.21.2',
    path: 'deploy/crds',
  },
  {
    groups: ['trust.cert-manager.io'],
    module: 'github.com/cert-manager/trust-manager',
    version: 'v0.25.0',
    path: 'deploy/crds',
  },
  {
    groups: ['monitoring.coreos.com'],
    module: 'github.com/prometheus-operator/prometheus-operator',
    version: 'v0.85.0',
    path: 'example/prometheus-operator-crd',
  },
  {
    groups: [
      'templates.gatekeeper.sh',
      'config.gatekeeper.sh',
      'mutations.gatekeeper.sh',
      'expansion.gatekeeper.sh',
      'externaldata.gatekeeper.sh',
      'syncset.gatekeeper.sh',
      'status.gatekeeper.sh',
    ],
    module: 'github.com/open-policy-agent/gatekeeper/v3',
    version: 'v3.23.1',
    path: 'charts/gatekeeper/crds',
  },
  {
    groups: ['bitnami.com'],
    module: 'github.com/bitnami-labs/sealed-secrets',
    version: 'v0.40.0',
    path: 'helm/sealed-secrets/crds',
  },
  {
    groups: ['metallb.io'],
    module: 'go.universe.tf/metallb',
    version: 'v0.16.2',
    path: 'config/crd/bases',
  },
  {
    groups: ['traefik.io'],
    module: 'github.com/traefik/traefik/v3',
    version: 'v3.7.13',
    path: 'docs/content/reference/dynamic-configuration',
  },
  {
    groups: ['gateway.networking.k8s.io', 'gateway.networking.x-k8s.io'],
    module: 'sigs.k8s.io/gateway-api',
    version: 'v1.4.1',
    path: 'config/crd/experimental',
  },
  {
    groups: ['kyverno.io', 'policies.kyverno.io', 'wgpolicyk8s.io', 'reports.kyverno.io'],
    module: 'github.com/kyverno/kyverno',
    version: 'v1.19.1',
    path: 'config/crds',
  },
  {
    groups: ['keda.sh', 'eventing.keda.sh'],
    module: 'github.com/kedacore/keda/v2',
    version: 'v2.21.0',
    path: 'config/crd/bases',
  },
  {
    groups: ['snapshot.storage.k8s.io', 'groupsnapshot.storage.k8s.io'],
    module: 'github.com/kubernetes-csi/external-snapshotter/client/v8',
    version: 'v8.7.0',
    path: 'config/crd',
  },
  {
    groups: [
      'networking.istio.io',
      'security.istio.io',
      'telemetry.istio.io',
      'extensions.istio.io',
      'install.istio.io',
    ],
    module: 'istio.io/api',
    version: 'v1.31.1',
    path: 'kubernetes/customresourcedefinitions.gen.yaml',
  },
  {
    groups: ['externaldns.k8s.io'],
    module: 'sigs.k8s.io/external-dns',
    version: 'v0.23.0',
    path: 'config/crd/standard',
  },
];

/** Argo Rollouts shares its group with Argo CD. */
const rollouts: DefinitionSource = {
  module: 'github.com/argoproj/argo-rollouts',
  version: 'v1.8.3',
  path: 'manifests/crds',
};
const rolloutKinds = new Set([
  'Rollout',
  'AnalysisRun',
  'AnalysisTemplate',
  'ClusterAnalysisTemplate',
  'Experiment',
]);

/** Where the definition of a kind can be had; undefined for a kind that is not known. */
export function knownDefinitions(group: string, kind: string): DefinitionSource | undefined {
  if (group === 'argoproj.io' && rolloutKinds.has(kind)) return rollouts;
  const source = sources.find(({ groups }) => groups.includes(group));
  if (source === undefined) return undefined;
  const { groups: _, ...definition } = source;
  return definition;
}
