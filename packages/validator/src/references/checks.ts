import type { ClusterCheck } from '../check/check.ts';
import { aBackendMayBeReachedFromThere } from './a-backend-may-be-reached-from-there.ts';
import { aConfigMapOrSecretIsThere } from './a-configmap-or-secret-is-there.ts';
import { aDisruptionBudgetAllowsADisruption } from './a-disruption-budget-allows-a-disruption.ts';
import { aDisruptionBudgetSelectsPods } from './a-disruption-budget-selects-pods.ts';
import { aKeyIsThere } from './a-key-is-there.ts';
import { aMountedFileIsThere } from './a-mounted-file-is-there.ts';
import { aNetworkPolicySelectsPods } from './a-network-policy-selects-pods.ts';
import { aPodMonitorSelectsPods } from './a-pod-monitor-selects-pods.ts';
import { aPolicyPortIsDeclared } from './a-policy-port-is-declared.ts';
import { aPriorityClassIsThere } from './a-priority-class-is-there.ts';
import { aProbePortIsDeclared } from './a-probe-port-is-declared.ts';
import { aRoleDoesNotWidenItself } from './a-role-does-not-widen-itself.ts';
import { aRoleHasNoWildcards } from './a-role-has-no-wildcards.ts';
import { aRoleIsThere } from './a-role-is-there.ts';
import { aRouteHasItsGateway } from './a-route-has-its-gateway.ts';
import { aRouteReachesAService } from './a-route-reaches-a-service.ts';
import { aRuntimeClassIsThere } from './a-runtime-class-is-there.ts';
import { aSecretProviderClassIsThere } from './a-secret-provider-class-is-there.ts';
import { aSecretStoreIsThere } from './a-secret-store-is-there.ts';
import { aServiceAccountIsThere } from './a-service-account-is-there.ts';
import { aServiceMonitorSelectsServices } from './a-service-monitor-selects-services.ts';
import { aServiceSelectsNoJobsBesides } from './a-service-selects-no-jobs-besides.ts';
import { aServiceSelectsPods } from './a-service-selects-pods.ts';
import { aStatefulSetHasItsService } from './a-stateful-set-has-its-service.ts';
import { aStorageClassIsThere } from './a-storage-class-is-there.ts';
import { aSubjectIsThere } from './a-subject-is-there.ts';
import { aTargetPortIsDeclared } from './a-target-port-is-declared.ts';
import { aVolumeClaimIsThere } from './a-volume-claim-is-there.ts';
import { aWorkloadHasOneAutoscaler } from './a-workload-has-one-autoscaler.ts';
import { anAutoscalerCanMeasure } from './an-autoscaler-can-measure.ts';
import { anAutoscalerHasItsTarget } from './an-autoscaler-has-its-target.ts';
import { anIngressClassIsThere } from './an-ingress-class-is-there.ts';
import { anIngressReachesAService } from './an-ingress-reaches-a-service.ts';
import { anIngressRouteReachesAService } from './an-ingress-route-reaches-a-service.ts';
import { anIssuerIsThere } from './an-issuer-is-there.ts';
import { nobodyIsClusterAdmin } from './nobody-is-cluster-admin.ts';

/** By code. */
export const workloadChecks: readonly ClusterCheck[] = [
  aConfigMapOrSecretIsThere,
  aKeyIsThere,
  aMountedFileIsThere,
  aServiceSelectsPods,
  aTargetPortIsDeclared,
  aServiceSelectsNoJobsBesides,
  anIngressReachesAService,
  aRouteReachesAService,
  aProbePortIsDeclared,
  aServiceAccountIsThere,
  aVolumeClaimIsThere,
  aStatefulSetHasItsService,
  aSecretStoreIsThere,
  anIssuerIsThere,
  aPriorityClassIsThere,
  aStorageClassIsThere,
  aRuntimeClassIsThere,
  anIngressClassIsThere,
  aRoleIsThere,
  aSubjectIsThere,
  aRoleDoesNotWidenItself,
  aRoleHasNoWildcards,
  nobodyIsClusterAdmin,
  anAutoscalerHasItsTarget,
  aDisruptionBudgetSelectsPods,
  aDisruptionBudgetAllowsADisruption,
  aNetworkPolicySelectsPods,
  aServiceMonitorSelectsServices,
  aPodMonitorSelectsPods,
  anAutoscalerCanMeasure,
  aWorkloadHasOneAutoscaler,
  aSecretProviderClassIsThere,
  aRouteHasItsGateway,
  aBackendMayBeReachedFromThere,
  aPolicyPortIsDeclared,
  anIngressRouteReachesAService,
];
