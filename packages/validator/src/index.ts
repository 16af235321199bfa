export {
  expandApplicationSet,
  type Expansion,
  type ExpansionProblem,
  type ExpansionScope,
  type NotExpanded,
} from './argo-cd/generate/expand-application-set.ts';
export { clustersRegisteredBy, type RegisteredCluster } from './argo-cd/generate/registered-cluster.ts';
export { explanations } from './validate/explanations.ts';
export { kubeconformEngine, type KubeconformOptions } from './kubeconform/kubeconform-engine.ts';
export {
  EngineFailure,
  type SchemaAnswer,
  type SchemaEngine,
  type SchemaProblem,
  type SchemaTask,
} from './kubeconform/schema-engine.ts';
export { constraintSchemas } from './schemas/constraint-schemas.ts';
export { definitionSchemas } from './schemas/definition-schemas.ts';
export { fieldAt, listAt, recordAt, textAt } from './json/fields.ts';
export { isRecord } from './json/is-record.ts';
export { pointerKeys } from './json/json-pointer.ts';
export { keepEqual } from './json/keep-equal.ts';
export { stableJson } from './json/stable-json.ts';
export { installedSchemas } from './schemas/installed-schemas.ts';
export { kindIndex, type KindIndex } from './schemas/kind-index.ts';
export { kubernetesSchemas } from './schemas/kubernetes-schemas.ts';
export type { SchemaBundle, SchemaKind } from './schemas/schema-bundle.ts';
export { schemasInMemory, type SchemaSource } from './schemas/schema-source.ts';
export type { ResultStore } from './check/result-store.ts';
export type { CheckResults, NotChecked } from './check/run-checks.ts';
export type {
  CompiledPolicy,
  CompileFailure,
  PolicyCompiler,
  PolicySource,
} from './policies/policy-compiler.ts';
export { reviewPolicies, type PolicyCoverage, type PolicyResults } from './policies/review-policies.ts';
export { refusalsOf, type Refusal, type RefusalRequest } from './policies/refusals.ts';
export type { LocatedObject, ObjectPlace } from './rendered/located-object.ts';
export type { RenderedCluster, Unrendered } from './rendered/rendered-cluster.ts';
export type { RenderedSet } from './rendered/rendered-set.ts';
export type { RenderedTakeover } from './rendered/takeover.ts';
export type { RepositoryView } from './rendered/repository-view.ts';
export type { SyncUnit } from './rendered/sync-unit.ts';
export type {
  ClusterMemory,
  Coverage,
  UncheckedKind,
  ValidateRequest,
  ValidateResult,
} from './validate/request.ts';
export { suppress } from './suppress/suppress.ts';
export { validate } from './validate/validate.ts';
export { readDocuments } from './sources/read-documents.ts';
export { readSource } from './sources/read-source.ts';
export type {
  Position,
  SourceDocument,
  SourceDocuments,
  SourceObject,
  SourceText,
} from './sources/source-text.ts';
export { checkKustomizations } from './kustomizations/check-kustomizations.ts';
export type { KustomizationRepository } from './kustomizations/kustomization-repository.ts';
export { kustomizationNames } from './kustomizations/kustomization-names.ts';
export { isRemote, pathFrom, pathsRead, type PathRead } from './kustomizations/paths-read.ts';
