import type { Rule } from '../rule.ts';

/** Source: k8s.io/apimachinery, pkg/api/validation/objectmeta.go, `ValidateOwnerReferences`. */
export const completeOwnerReferences: Rule = {
  explanation: {
    code: 'SEA3105',
    title: 'An owner reference is incomplete',
    meaning:
      'An owner reference names its owner by apiVersion, kind, name and uid, and only one of them may be the controller. A uid exists only ' +
      'in a running cluster, so owner references do not belong into git.',
    fix: 'Remove the owner reference.',
  },
  check(references, refuse) {
    const controllers = references.items.filter((reference) => reference.at('controller').value === true);
    for (const reference of references.items) {
      for (const key of ['apiVersion', 'kind', 'name', 'uid']) {
        if (reference.at(key).value === '')
          refuse(
            reference.at(key),
            'is empty',
            'Remove the owner reference: it belongs to a running cluster.',
          );
      }
    }
    if (controllers.length > 1)
      refuse(references, 'has more than one controller', 'Leave "controller: true" at one owner.');
  },
};
