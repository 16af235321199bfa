export type { KubernetesObject, ObjectMetadata } from './objects/kubernetes-object.ts';
export { describeObject, groupOf, objectId, objectKey, type ObjectId } from './objects/object-id.ts';
export type { Explanation, Finding, Place, Severity, SourcePlace } from './findings/finding.ts';
export { ModelError } from './findings/model-error.ts';
export { emit } from './emit/emit.ts';
export type { FileTree } from './emit/file-tree.ts';
export type { ForeignBase, ResolvedApplication } from './resolved/application.ts';
export type { Notifications, ResolvedArgoCd, SecretReference } from './resolved/argo-cd.ts';
export type { ChartDefinitions, ChartSource, ResolvedChart } from './resolved/chart.ts';
export type { ResolvedCapacity } from './resolved/capacity.ts';
export type { ResolvedCluster } from './resolved/cluster.ts';
export type { Documents } from './resolved/documents.ts';
export { resolvedFleetJsonSchema, type ResolvedFleet } from './resolved/fleet.ts';
export type { ResolvedObject } from './resolved/object.ts';
export type { Placement } from './resolved/placement.ts';
export type { ResolvedSuppression } from './resolved/suppression.ts';
export type { ResolvedSync, SyncWindow } from './resolved/sync.ts';
export { defineFleet, type EnvironmentOf, type Fleet, type FleetModel } from './model/fleet.ts';
export type { Application, ApplicationOverride, PlacedOn, Role } from './model/application.ts';
export type { Chart } from './model/chart.ts';
export type { ArgoCd } from './model/argo-cd.ts';
export type { Capacity } from './model/capacity.ts';
export type { Cluster } from './model/cluster.ts';
export { defineApplication } from './model/define-application.ts';
export {
  defineArgoCd,
  defineChart,
  defineClusters,
  defineHook,
  defineObject,
  defineWorkload,
  overrideChart,
  overrideHook,
  overrideWorkload,
} from './model/define-parts.ts';
export type { ExternalSecret } from './model/external-secret.ts';
export type { Hook } from './model/hook.ts';
export type { Override } from './model/override.ts';
export type { RawObject } from './model/raw-object.ts';
export type { Suppression } from './model/suppression.ts';
export type { Sync } from './model/sync.ts';
export {
  terraformOutputs,
  type TerraformOutputs,
  type TerraformShape,
  type TerraformType,
} from './model/terraform-outputs.ts';
export type { VersionsFile } from './model/versions.ts';
export type { Workload } from './model/workload.ts';
export { checkModel, checkVersions } from './model/check-model.ts';
export { inputsOf, type InputRequests, type Inputs } from './model/inputs.ts';
export { resolve, type Resolution } from './resolve/fleet.ts';
export { takeovers, type Takeover } from './resolve/takeover.ts';
export { exactKubernetesVersion, knownKubernetesVersions } from './resolve/kubernetes-version.ts';
export { didYouMean } from './findings/nearest.ts';
export { plan } from './plan/plan.ts';
export { countsOfPlan, textOfPlan } from './plan/text-of-plan.ts';
export {
  argoCdOwner,
  type ChartStep,
  type Plan,
  type PlanStep,
  type Seat,
  type Stays,
} from './plan/plan-step.ts';
export type { JsonChange } from './plan/json-changes.ts';
export { treeOfFleet } from './facts/tree-of-fleet.ts';
export { recordPath, treeLocation, type TreeLocation } from './write/tree-location.ts';
export { writeTree, type WriteReport } from './write/write-tree.ts';
export { checkTree } from './write/check-tree.ts';
export { intactRecord, recordDigest } from './write/intact-record.ts';
export { recoverTree } from './write/recover-tree.ts';
export { planWrite, refusedLinks } from './write/plan-write.ts';
export { TreeError } from './write/tree-error.ts';
export { writeExplanations } from './write/write-findings.ts';
export { modelExplanations } from './findings/explanations.ts';
export { failoverMessage } from './emit/documents/index.ts';
export { emitKustomize } from './emit/kustomize/emit-kustomize.ts';
export { chartValueFiles } from './emit/kustomize/chart-values.ts';
export { filesRead } from './emit/kustomize/files-read.ts';
export {
  applicationsOf,
  applicationSetFindings,
  argoCdExplanations,
  argoCdObjects,
  clusterSecretLabels,
} from './emit/argo-cd/index.ts';
