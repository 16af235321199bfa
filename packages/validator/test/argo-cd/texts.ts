/** An Application as YAML text; `metadata` and `spec` without their braces. */
export const application = (spec: string, metadata = 'name: web, namespace: argocd'): string =>
  `{apiVersion: argoproj.io/v1alpha1, kind: Application, metadata: {${metadata}}, spec: {${spec}}}`;

/** An Application of another name. */
export const named = (name: string, spec = 'destination: {name: in-cluster, namespace: web}'): string =>
  application(spec, `name: ${name}, namespace: argocd`);

/** An AppProject, behind the separator of documents. */
export const project = (spec: string, name = 'shop'): string =>
  `---\n{apiVersion: argoproj.io/v1alpha1, kind: AppProject, metadata: {name: ${name}, namespace: argocd}, spec: {${spec}}}`;

/** An ApplicationSet with a list of elements; `template` is the name of what it makes. */
export const setOfApplications = (
  name: string,
  elements: string,
  template: string,
  options = 'goTemplate: true',
): string =>
  `{apiVersion: argoproj.io/v1alpha1, kind: ApplicationSet, metadata: {name: ${name}, namespace: argocd}, spec: {${options}, generators: [{list: {elements: ${elements}}}], template: {metadata: {name: '${template}'}, spec: {}}}}`;

/** An object without annotations, in a wave. */
export const wave = (text: string, value: string): string =>
  text.replace('metadata: {', `metadata: {annotations: {argocd.argoproj.io/sync-wave: '${value}'}, `);

/** The settings with which Argo CD waits for Applications. */
export const health =
  '{apiVersion: v1, kind: ConfigMap, metadata: {name: argocd-cm, namespace: argocd}, data: {resource.customizations.health.argoproj.io_Application: x}}';

/** The destination of the cluster that Argo CD itself is on. */
export const ownServer = 'server: https://kubernetes.default.svc';
