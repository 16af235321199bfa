import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import type { ResolvedFleet } from '../../resolved/fleet.ts';
import type { FileTree } from '../file-tree.ts';
import { yamlText } from '../yaml/yaml-text.ts';
import { applicationOf } from './application.ts';
import { applicationSetObject } from './application-set.ts';
import { healthCheck, ordersApplications } from './health-check.ts';
import { generatedBy, instanceScopes, type InstanceScope } from './instance-scope.ts';
import { notificationSecret, notificationSettings } from './notifications.ts';
import { projectOf } from './project.ts';
import { repositorySecret, repositorySecretName } from './repository-secret.ts';
import { rootComment, rootObjects } from './root.ts';

/** What each Argo CD of the fleet is told to sync: a root that is applied by hand, and the folder that it syncs. */
export function emitArgoCd(fleet: ResolvedFleet): FileTree {
  const files = new Map<string, string>();
  for (const scope of instanceScopes(fleet)) {
    if (scope.placements.length === 0) continue;
    const objects = folderObjects(scope);
    const { folder } = scope.instance;
    files.set(`${folder}/root.yaml`, rootText(scope));
    files.set(
      `${folder}/kustomization.yaml`,
      yamlText({
        apiVersion: 'kustomize.config.k8s.io/v1beta1',
        kind: 'Kustomization',
        resources: [...objects.keys()].sort(),
      }),
    );
    for (const [path, object] of objects) files.set(`${folder}/${path}`, yamlText(object));
  }
  return files;
}

/** An object that an Argo CD of the fleet is told, and the file that says it. */
export interface ArgoCdObject {
  readonly object: KubernetesObject;
  /** Relative to the tree. */
  readonly file: string;
  /** The cluster of that Argo CD. */
  readonly cluster: string;
  /** Whether the kustomization of the folder lists it; the root itself is applied by hand. */
  readonly listed: boolean;
}

/** Every object that {@link emitArgoCd} writes down. */
export function argoCdObjects(fleet: ResolvedFleet): ArgoCdObject[] {
  return instanceScopes(fleet).flatMap((scope) => {
    if (scope.placements.length === 0) return [];
    const { folder, cluster } = scope.instance;
    const objects = folderObjects(scope);
    const roots = rootObjects(scope);
    return [
      ...roots.map((object) => ({ object, file: `${folder}/root.yaml`, cluster, listed: false })),
      ...[...objects].map(([path, object]) => ({ object, file: `${folder}/${path}`, cluster, listed: true })),
    ];
  });
}

/** The objects that the root syncs, by file in its folder. */
function folderObjects(scope: InstanceScope): Map<string, KubernetesObject> {
  const { argoCd } = scope.fleet;
  const objects = new Map<string, KubernetesObject>();
  if (ordersApplications(scope)) objects.set('argocd-cm.yaml', healthCheck(scope));
  if (argoCd.notifications !== undefined) {
    objects.set(
      'notifications/argocd-notifications-cm.yaml',
      notificationSettings(scope, argoCd.notifications),
    );
    const { secret } = argoCd.notifications;
    if (secret !== undefined) {
      objects.set(
        'notifications/argocd-notifications-secret.yaml',
        notificationSecret(scope, argoCd.notifications, secret),
      );
    }
  }
  for (const repository of argoCd.repositories) {
    objects.set(`repositories/${repositorySecretName(repository)}.yaml`, repositorySecret(scope, repository));
  }
  for (const { name } of scope.applications) {
    const project = projectOf(scope, name);
    objects.set(`projects/${project.metadata.name}.yaml`, project);
  }
  for (const set of argoCd.applicationSets) {
    if (generatedBy(scope, set).length === 0) continue;
    objects.set(`application-sets/${set.name}.yaml`, applicationSetObject(scope, set));
  }
  for (const placement of scope.placements) {
    if (scope.setOf.has(placement.application)) continue;
    objects.set(`applications/${placement.name}.yaml`, applicationOf(scope, placement));
  }
  return objects;
}

function rootText(scope: InstanceScope): string {
  return rootComment + rootObjects(scope).map(yamlText).join('---\n');
}
