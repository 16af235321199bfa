import type { Rule } from '../rule.ts';
import { shown } from '../shown.ts';

/**
 * Fields that an object must have although its schema calls them optional.
 * Source: what the validation of the kind in k8s.io/kubernetes, pkg/apis, says of an object without them.
 */
export function needs(...names: readonly string[]): Rule {
  return {
    explanation: {
      code: 'SEA3117',
      title: 'A field is missing that the schema calls optional',
      meaning:
        "Some fields are optional in Kubernetes' OpenAPI document only because Go has no way to say otherwise. The API server refuses an object without them.",
      fix: 'Add the field.',
    },
    check(field, refuse) {
      for (const name of names) {
        const inner = field.at(name);
        if (!inner.isSet || inner.value === '')
          refuse(inner, `is ${inner.isSet ? 'empty' : 'missing'}`, `Add ${shown(name)}.`);
      }
    },
  };
}
