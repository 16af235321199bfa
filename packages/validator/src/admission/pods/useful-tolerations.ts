import { misfit } from '../formats/format.ts';
import { labelValue, qualifiedName } from '../formats/names.ts';
import type { Rule } from '../rule.ts';
import { shown } from '../shown.ts';

/** Source: core validation, `ValidateTolerations`. */
export const usefulTolerations: Rule = {
  explanation: {
    code: 'SEA3127',
    title: 'A toleration of a pod is malformed',
    meaning:
      'A toleration without a key tolerates every taint and needs the operator Exists; Exists has no value; only NoExecute can be tolerated ' +
      'for a time.',
    fix: 'Add the operator, remove the value, or correct the effect.',
  },
  check(tolerations, refuse) {
    for (const toleration of tolerations.items) {
      const [key, operator, value, effect] = ['key', 'operator', 'value', 'effect'].map((name) =>
        toleration.at(name),
      );
      if (key === undefined || operator === undefined || value === undefined || effect === undefined) return;
      const exists = operator.text === 'Exists';
      if (key.isEmpty && !exists)
        refuse(
          toleration,
          'has no key; its operator must be Exists then',
          'Add the key or "operator: Exists".',
        );
      else if (key.text !== undefined && key.text !== '' && !qualifiedName.accepts(key.text))
        refuse(key, `is ${shown(key.text)}; a key must be ${qualifiedName.what}`, 'Correct the key.');
      if (exists && !value.isEmpty)
        refuse(value, 'is set, but Exists takes no value', 'Remove the value, or use "operator: Equal".');
      const wrong = exists || value.text === undefined ? undefined : misfit(labelValue, value.text);
      if (wrong !== undefined) refuse(value, wrong.predicate, wrong.hint);
      if (toleration.at('tolerationSeconds').isSet && effect.text !== 'NoExecute')
        refuse(effect, 'must be NoExecute where tolerationSeconds is set', 'Write "effect: NoExecute".');
    }
  },
};
