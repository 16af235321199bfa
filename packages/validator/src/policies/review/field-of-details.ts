import { fieldAt, textAt } from '../../json/fields.ts';
import { isRecord } from '../../json/is-record.ts';
import { pointerKeys } from '../../json/json-pointer.ts';
import type { LocatedObject } from '../../rendered/located-object.ts';
import { containersOf, podSpecOf } from '../../rendered/pod-spec.ts';
import type { PolicySubject } from './policy-subject.ts';

/**
 * The field that a policy itself names in the details of a violation, as a JSON pointer into the object: `field`, which is
 * one, or `container`, the name of the one container that has it, with `image` where that is the image there. From the
 * words of a message nothing is guessed.
 */
export function fieldOfDetails(
  details: unknown,
  { located, implied }: Pick<PolicySubject, 'located' | 'implied'>,
): string | undefined {
  const named = textAt(details, 'field');
  if (named !== undefined) {
    const field = named.startsWith('/')
      ? `${(implied?.pointer ?? []).map((key) => `/${key}`).join('')}${named}`
      : named;
    return isThere(field, located.object) ? field : undefined;
  }
  return containerField(fieldAt(details, 'container'), fieldAt(details, 'image'), located);
}

/** A field that is missing may be named too: what it would stand in is there. */
function isThere(field: string, object: unknown): boolean {
  if (!field.startsWith('/')) return false;
  const parent = pointerKeys(field)
    .slice(0, -1)
    .reduce<unknown>((node, key) => fieldAt(node, Array.isArray(node) ? Number(key) : key), object);
  return isRecord(parent) || Array.isArray(parent);
}

function containerField(name: unknown, image: unknown, located: LocatedObject): string | undefined {
  if (typeof name !== 'string') return undefined;
  const pod = podSpecOf(located);
  const [found, ...others] =
    pod === undefined ? [] : containersOf(pod).filter(({ container }) => container['name'] === name);
  if (found === undefined || others.length > 0) return undefined;
  return typeof image === 'string' && found.container['image'] === image
    ? `${found.pointer}/image`
    : found.pointer;
}
