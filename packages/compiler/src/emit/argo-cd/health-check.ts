import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import type { InstanceScope } from './instance-scope.ts';
import { settings } from './settings.ts';

/** Whether an application of this Argo CD waits for another one of it. */
export function ordersApplications(scope: InstanceScope): boolean {
  const here = new Set(scope.applications.map((application) => application.name));
  return scope.applications.some((application) => application.after.some((name) => here.has(name)));
}

/**
 * Lets a sync wave of the root wait for the Applications in it. Argo CD has had no health check of its own for
 * Applications since 1.8 (argo-cd#3781). Source of the field: Argo CD, `docs/operator-manual/health.md`, "Argo CD App".
 * Its script is not enough: objects that are not there yet do not count for the health of an Application
 * (`controller/health.go`), so one is `Healthy` between two waves of its own first sync.
 */
export function healthCheck(scope: InstanceScope): KubernetesObject {
  return settings(scope, 'argocd-cm', {
    'resource.customizations.health.argoproj.io_Application': applicationHealth,
  });
}

const applicationHealth = `local status = obj.status or {}
local health = status.health or {}
local operation = status.operationState or {}
if health.status == nil then
  return { status = "Progressing", message = "Waiting for the first health report" }
end
if operation.phase == "Running" then
  return { status = "Progressing", message = "Waiting for the sync to end" }
end
if operation.phase ~= "Succeeded" and (status.sync or {}).status ~= "Synced" then
  return { status = "Progressing", message = "Waiting for the first sync" }
end
return { status = health.status, message = health.message or "" }
`;
