import { groupOf } from '@seatrial/compiler';
import { isAtLeast, type AdmissionContext } from './context.ts';
import type { Format } from './formats/format.ts';
import { dnsLabel, dnsLabelFromLetter, pathSegment, subdomain } from './formats/names.ts';

/**
 * Kinds whose names are no DNS subdomains, as `group/Kind`.
 * Source: the `ValidateObjectMeta` call of each kind in k8s.io/kubernetes, pkg/apis; a strategy that makes none leaves
 * the check for a path segment in k8s.io/apiserver, pkg/registry/rest/create.go.
 */
const formats: Readonly<Record<string, Format>> = {
  '/Namespace': dnsLabel,
  'apps/StatefulSet': dnsLabel,
  'apiregistration.k8s.io/APIService': pathSegment,
  'certificates.k8s.io/CertificateSigningRequest': pathSegment,
  'certificates.k8s.io/ClusterTrustBundle': pathSegment,
  'internal.apiserver.k8s.io/StorageVersion': pathSegment,
  'networking.k8s.io/IPAddress': pathSegment,
  'policy/PodDisruptionBudget': pathSegment,
  'rbac.authorization.k8s.io/ClusterRole': pathSegment,
  'rbac.authorization.k8s.io/ClusterRoleBinding': pathSegment,
  'rbac.authorization.k8s.io/Role': pathSegment,
  'rbac.authorization.k8s.io/RoleBinding': pathSegment,
};

/** What the name of an object of this kind must look like. */
export function nameFormat(apiVersion: string, kind: string, context: AdmissionContext): Format {
  const group = groupOf(apiVersion);
  if (group === '' && kind === 'Service') return serviceName(context);
  // The servers of such groups are not the API server itself, and have rules of their own.
  if (group.endsWith('.openshift.io')) return pathSegment;
  return formats[`${group}/${kind}`] ?? subdomain;
}

/** The name of a Service. Source: `ValidateServiceName`; `RelaxedServiceNameValidation` is on from Kubernetes 1.36. */
export function serviceName(context: AdmissionContext): Format {
  return isAtLeast(context, 36) ? dnsLabel : dnsLabelFromLetter;
}
