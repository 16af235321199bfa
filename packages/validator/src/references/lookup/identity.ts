import { groupOf } from '@seatrial/compiler';
import { textAt } from '../../json/fields.ts';
import type { LocatedObject } from '../../rendered/located-object.ts';

/** Parts of an object's identity, for objects of any shape; undefined where a part is no text or empty. */
export function nameOf({ object }: LocatedObject): string | undefined {
  return textAt(object, 'metadata', 'name') || undefined;
}

export function namespaceOf({ object }: LocatedObject): string | undefined {
  return textAt(object, 'metadata', 'namespace') || undefined;
}

/** `apps/Deployment`; a core kind has an empty group: `/Service`. */
export function kindOf({ object }: LocatedObject): string {
  return `${groupOf(String(object.apiVersion))}/${String(object.kind)}`;
}

/** As it stands in a sentence: `Deployment api`. */
export function called(located: LocatedObject): string {
  return `${String(located.object.kind)} ${nameOf(located) ?? '(no name)'}`;
}

/** The second half of "nothing of that name": ` in namespace shop`, or nothing where the namespace is not known. */
export function inNamespace(namespace: string | undefined): string {
  return namespace === undefined ? '' : ` in namespace ${namespace}`;
}
