import { uniqueListKeys } from '../every-object/unique-list-keys.ts';
import type { Rule } from '../rule.ts';
import { shown } from '../shown.ts';
import { containersOf } from './containers.ts';

/**
 * An environment variable that is there twice, where the second does not use the first (`PATH=$(PATH):/app`). The schemas
 * of older versions do not say that the variables are told apart by their names.
 * Source: k8s.io/kubernetes, pkg/api/pod/warnings.go, "hides previous definition".
 */
export const noHiddenVariables: Rule = {
  explanation: uniqueListKeys.explanation,
  check(pod, refuse) {
    for (const container of containersOf(pod)) {
      const seen = new Map<string, number>();
      for (const [index, variable] of container.at('env').items.entries()) {
        const name = variable.at('name').text;
        if (name === undefined || name === '') continue;
        const first = seen.get(name);
        if (first === undefined) seen.set(name, index);
        else if (!variable.at('value').text?.includes(`$(${name})`))
          refuse(
            variable,
            `has the key name ${shown(name)}, as item ${first} of the list has`,
            'Remove one of the two.',
            'warning',
          );
      }
    }
  },
};
