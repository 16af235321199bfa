import { bytesOf, sizeName } from '../formats/bytes.ts';
import { annotationKey } from '../formats/names.ts';
import type { Rule } from '../rule.ts';
import { shown } from '../shown.ts';

/** All annotations of an object together, keys and values. */
export const mostBytesOfAnnotations = 256 * 1024;

/** Source: k8s.io/apimachinery, pkg/api/validation/objectmeta.go, `ValidateAnnotations`. */
export const wellFormedAnnotations: Rule = {
  explanation: {
    code: 'SEA3103',
    title: 'The annotations of an object are malformed or too large',
    meaning:
      'The key of an annotation follows the rule for keys of labels, and all annotations of an object together have at most 256 KiB.',
    fix: 'Correct the key, or move the large value into a ConfigMap.',
  },
  check(annotations, refuse) {
    let bytes = 0;
    for (const [key, value] of annotations.entries) {
      if (!annotationKey.accepts(key))
        refuse(value, `has the key ${shown(key)}; a key must be ${annotationKey.what}`, 'Correct the key.');
      bytes += bytesOf(key) + bytesOf(value.text ?? '');
    }
    if (bytes > mostBytesOfAnnotations)
      refuse(
        annotations,
        `has ${sizeName(bytes)} in all; an object's annotations may have at most 256 KiB`,
        'Move large values elsewhere.',
      );
  },
};
