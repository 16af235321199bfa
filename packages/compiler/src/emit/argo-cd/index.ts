export { applicationSetFindings } from './application-set-findings.ts';
export { applicationsOf } from './applications-of.ts';
export { clusterSecretLabels } from './cluster-labels.ts';
export { emitArgoCd } from './emit-argo-cd.ts';
export { argoCdExplanations } from './explanations.ts';
export { instanceScopes, type InstanceScope } from './instance-scope.ts';
export { ordersApplications } from './health-check.ts';
export { projectName, rootName } from './names.ts';
export { repositoryFields, repositorySecretName } from './repository-secret.ts';
