import { isAtLeast } from '../context.ts';
import type { Rule } from '../rule.ts';

/** [apiVersion, its kinds, minor version that deprecates it, minor version that drops it (0: none yet), what to use]. */
type Deprecation = readonly [string, string, number, number, string];

/**
 * What clusters from Kubernetes 1.29 on still serve and will not for ever.
 * Source: k8s.io/api, `zz_generated.prerelease-lifecycle.go` of each version; kubernetes.io, "Deprecated API Migration
 * Guide"; Endpoints: KEP-4974.
 */
const deprecations: readonly Deprecation[] = [
  [
    'flowcontrol.apiserver.k8s.io/v1beta3',
    'FlowSchema PriorityLevelConfiguration',
    29,
    32,
    'flowcontrol.apiserver.k8s.io/v1',
  ],
  [
    'admissionregistration.k8s.io/v1alpha1',
    'ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding',
    29,
    32,
    'admissionregistration.k8s.io/v1',
  ],
  [
    'admissionregistration.k8s.io/v1beta1',
    'ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding',
    31,
    34,
    'admissionregistration.k8s.io/v1',
  ],
  ['v1', 'Endpoints', 33, 0, 'discovery.k8s.io/v1 EndpointSlice'],
  ['storage.k8s.io/v1alpha1', 'VolumeAttributesClass', 32, 35, 'storage.k8s.io/v1'],
  ['storagemigration.k8s.io/v1alpha1', 'StorageVersionMigration', 33, 36, 'storagemigration.k8s.io/v1beta1'],
  ['certificates.k8s.io/v1alpha1', 'ClusterTrustBundle', 34, 37, 'certificates.k8s.io/v1beta1'],
  ['networking.k8s.io/v1beta1', 'IPAddress ServiceCIDR', 34, 37, 'networking.k8s.io/v1'],
  ['storage.k8s.io/v1beta1', 'VolumeAttributesClass', 34, 37, 'storage.k8s.io/v1'],
  [
    'resource.k8s.io/v1beta1',
    'DeviceClass ResourceClaim ResourceClaimTemplate ResourceSlice',
    35,
    38,
    'resource.k8s.io/v1',
  ],
  [
    'resource.k8s.io/v1beta2',
    'DeviceClass ResourceClaim ResourceClaimTemplate ResourceSlice',
    36,
    39,
    'resource.k8s.io/v1',
  ],
];

const byKind = new Map(
  deprecations.flatMap((one) => one[1].split(' ').map((kind) => [`${one[0]} ${kind}`, one] as const)),
);

export const lastingVersion: Rule = {
  explanation: {
    code: 'SEA3108',
    title: 'The apiVersion of an object is deprecated in the version of its cluster',
    meaning:
      'The cluster still serves the object under this apiVersion, but a later Kubernetes version will not: after that upgrade the object can ' +
      'no longer be applied.',
    fix: 'Move to the apiVersion that the finding names before the cluster is upgraded; some fields may have other names there.',
  },
  check(object, refuse, context) {
    const version = object.at('apiVersion');
    const found = byKind.get(`${String(version.value)} ${String(object.at('kind').value)}`);
    if (found === undefined) return;
    const [name, , since, until, use] = found;
    if (!isAtLeast(context, since)) return;
    const end = until === 0 ? '' : ` and removed in 1.${until}`;
    refuse(
      version,
      `is ${name}, whose ${String(object.at('kind').value)} is deprecated since Kubernetes 1.${since}${end}`,
      `Use ${use}.`,
      'warning',
    );
  },
};
