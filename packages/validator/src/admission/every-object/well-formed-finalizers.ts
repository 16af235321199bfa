import { groupOf } from '@seatrial/compiler';
import type { Field } from '../field.ts';
import { qualifiedName } from '../formats/names.ts';
import { isKubernetesGroup } from '../kubernetes-group.ts';
import type { Rule } from '../rule.ts';
import { shown } from '../shown.ts';

const orphan = 'orphan';
const foreground = 'foregroundDeletion';
const elsewhere = new Set([
  'policy',
  'apiextensions.k8s.io',
  'apiregistration.k8s.io',
  'admissionregistration.k8s.io',
]);
const own = new Set([orphan, foreground, 'kubernetes']);

/**
 * Source: k8s.io/apimachinery, pkg/api/validation/objectmeta.go, `ValidateFinalizers`; for kinds of the core group also
 * `validateKubeFinalizerName`: there a name without a domain is one of Kubernetes' own.
 */
export const wellFormedFinalizers: Rule = {
  explanation: {
    code: 'SEA3104',
    title: 'A finalizer is malformed',
    meaning:
      'A finalizer is named like the key of a label, with a domain before it; "orphan" and "foregroundDeletion" exclude each other. An API ' +
      'server refuses others, because nobody would ever remove them.',
    fix: 'Write the finalizer as the documentation of its controller does, with its domain.',
  },
  check(object, refuse) {
    const finalizers = object.at('metadata', 'finalizers');
    if (!finalizers.isSet) return;
    const closed = isClosed(object);
    const { texts } = finalizers;
    for (const finalizer of finalizers.items) {
      if (finalizer.text !== undefined && !qualifiedName.accepts(finalizer.text))
        refuse(
          finalizer,
          `is ${shown(finalizer.text)}; it must be ${qualifiedName.what}`,
          'Correct the finalizer.',
        );
    }
    for (const finalizer of closed ? finalizers.items : []) {
      if (finalizer.text === undefined || finalizer.text.includes('/') || own.has(finalizer.text)) continue;
      refuse(
        finalizer,
        `is ${shown(finalizer.text)}; it must have a domain and "/" before it`,
        'Write the finalizer with its domain.',
      );
    }
    if (texts.includes(orphan) && texts.includes(foreground))
      refuse(finalizers, `has both "${orphan}" and "${foreground}"`, 'Keep one of them.');
  },
};

/** The kinds whose validation calls `ValidateObjectMeta` of core, which knows Kubernetes' own finalizers. */
function isClosed(object: Field): boolean {
  const version = object.at('apiVersion').text ?? '';
  return isKubernetesGroup(version) && !elsewhere.has(groupOf(version));
}
