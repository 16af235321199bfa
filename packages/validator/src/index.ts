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
export { installedSchemas } from './schemas/installed-schemas.ts';
export { kindIndex, type KindIndex } from './schemas/kind-index.ts';
export { kubernetesSchemas } from './schemas/kubernetes-schemas.ts';
export type { SchemaBundle, SchemaKind } from './schemas/schema-bundle.ts';
export { schemasInMemory, type SchemaSource } from './schemas/schema-source.ts';
export type { NotChecked } from './check/run-checks.ts';
export type { LocatedObject, ObjectPlace } from './rendered/located-object.ts';
export type { RenderedCluster, Unrendered } from './rendered/rendered-cluster.ts';
export type { RenderedSet } from './rendered/rendered-set.ts';
export type { RepositoryView } from './rendered/repository-view.ts';
export type { SyncUnit } from './rendered/sync-unit.ts';
export type {
  Coverage,
  ResultStore,
  UncheckedKind,
  ValidateRequest,
  ValidateResult,
} from './validate/request.ts';
export { validate } from './validate/validate.ts';
