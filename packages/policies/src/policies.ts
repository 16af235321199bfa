import { requiredLabels } from './required-labels/required-labels.ts';
import { denyLatestTag } from './deny-latest-tag/deny-latest-tag.ts';
import { requiredImageDigest } from './required-image-digest/required-image-digest.ts';
import { allowedRegistries } from './allowed-registries/allowed-registries.ts';
import { denyPrivileged } from './deny-privileged/deny-privileged.ts';
import { denyHostNamespaces } from './deny-host-namespaces/deny-host-namespaces.ts';
import { allowedHostPorts } from './allowed-host-ports/allowed-host-ports.ts';
import { allowedHostPaths } from './allowed-host-paths/allowed-host-paths.ts';
import { allowedVolumeTypes } from './allowed-volume-types/allowed-volume-types.ts';
import { allowedCapabilities } from './allowed-capabilities/allowed-capabilities.ts';
import { requiredNonRoot } from './required-non-root/required-non-root.ts';
import { denyPrivilegeEscalation } from './deny-privilege-escalation/deny-privilege-escalation.ts';
import { requiredReadOnlyRoot } from './required-read-only-root/required-read-only-root.ts';
import { allowedSeccompProfiles } from './allowed-seccomp-profiles/allowed-seccomp-profiles.ts';
import { allowedSysctls } from './allowed-sysctls/allowed-sysctls.ts';
import { denyUnmaskedProc } from './deny-unmasked-proc/deny-unmasked-proc.ts';
import { denyHostProbes } from './deny-host-probes/deny-host-probes.ts';
import { denyUnconfinedAppArmor } from './deny-unconfined-app-armor/deny-unconfined-app-armor.ts';
import { allowedSelinuxOptions } from './allowed-selinux-options/allowed-selinux-options.ts';
import { requiredResources } from './required-resources/required-resources.ts';
import { requiredProbes } from './required-probes/required-probes.ts';
import { minimumReplicas } from './minimum-replicas/minimum-replicas.ts';
import { requiredDisruptionBudget } from './required-disruption-budget/required-disruption-budget.ts';
import { denyBlockingBudget } from './deny-blocking-budget/deny-blocking-budget.ts';
import { allowedServiceTypes } from './allowed-service-types/allowed-service-types.ts';
import { denyExternalIps } from './deny-external-ips/deny-external-ips.ts';
import { uniqueServiceSelector } from './unique-service-selector/unique-service-selector.ts';
import { requiredIngressTls } from './required-ingress-tls/required-ingress-tls.ts';
import { uniqueIngressHost } from './unique-ingress-host/unique-ingress-host.ts';
import { denyDefaultNamespace } from './deny-default-namespace/deny-default-namespace.ts';
import { denyAutomountedToken } from './deny-automounted-token/deny-automounted-token.ts';
import { denyWildcardRules } from './deny-wildcard-rules/deny-wildcard-rules.ts';
import { denyClusterAdmin } from './deny-cluster-admin/deny-cluster-admin.ts';
import { denyAnonymousAccess } from './deny-anonymous-access/deny-anonymous-access.ts';
import type { ShippedPolicy } from './policy/policy.ts';

/** All that Seatrial ships: labels and images, pod security, reliability, network, access. */
export const policies: readonly ShippedPolicy[] = [
  requiredLabels,
  denyLatestTag,
  requiredImageDigest,
  allowedRegistries,
  denyPrivileged,
  denyHostNamespaces,
  allowedHostPorts,
  allowedHostPaths,
  allowedVolumeTypes,
  allowedCapabilities,
  requiredNonRoot,
  denyPrivilegeEscalation,
  requiredReadOnlyRoot,
  allowedSeccompProfiles,
  allowedSysctls,
  denyUnmaskedProc,
  denyHostProbes,
  denyUnconfinedAppArmor,
  allowedSelinuxOptions,
  requiredResources,
  requiredProbes,
  minimumReplicas,
  requiredDisruptionBudget,
  denyBlockingBudget,
  allowedServiceTypes,
  denyExternalIps,
  uniqueServiceSelector,
  requiredIngressTls,
  uniqueIngressHost,
  denyDefaultNamespace,
  denyAutomountedToken,
  denyWildcardRules,
  denyClusterAdmin,
  denyAnonymousAccess,
];
