import { qualifiedName } from './names.ts';

const standard = new Set(['cpu', 'memory', 'ephemeral-storage']);

/** Source: k8s.io/kubernetes, pkg/apis/core/helper, `IsHugePageResourceName`. */
export function isHugePages(name: string): boolean {
  return name.startsWith('hugepages-');
}

/** A resource of Kubernetes itself. Source: `IsNativeResource`. */
function isNative(name: string): boolean {
  return !name.includes('/') || name.includes('kubernetes.io/');
}

/** A resource that a device plugin or an operator brings. Source: `IsExtendedResourceName`. */
export function isExtended(name: string): boolean {
  return !isNative(name) && !name.startsWith('requests.') && qualifiedName.accepts(`requests.${name}`);
}

/** Whether more may be promised of it than there is. Source: `IsOvercommitAllowed`. */
export function mayBeOvercommitted(name: string): boolean {
  return isNative(name) && !isHugePages(name);
}

/** Whether a container can ask for it. Source: core validation, `validateContainerResourceName`. */
export function isContainerResource(name: string): boolean {
  if (!qualifiedName.accepts(name)) return false;
  if (!name.includes('/')) return standard.has(name) || isHugePages(name);
  return isNative(name) || isExtended(name);
}
