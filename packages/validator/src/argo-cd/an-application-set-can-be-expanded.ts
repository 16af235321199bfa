import type { SetCheck } from '../check/check.ts';
import { textAt } from '../json/fields.ts';
import { placeOf } from '../rendered/place-of.ts';
import { expandedSetsOf } from './expansions.ts';

export const anApplicationSetCanBeExpanded: SetCheck = {
  rule: 'An ApplicationSet can be expanded',
  explanation: {
    code: 'SEA3510',
    title: 'An ApplicationSet cannot be expanded',
    meaning:
      'A generator or a template of the set fails: a parameter that is not there (with missingkey=error), a function or an option that Go templates do not have, parameters that contradict each other, YAML that is none. One failing entry stops the whole set: Argo CD then changes none of its Applications. An unknown goTemplateOptions even panics the controller.',
    fix: 'Correct the generator or the template at the place of the finding.',
  },
  run(view, say) {
    for (const { set, expansion, applications } of expandedSetsOf(view)) {
      const name = textAt(set.located.object, 'metadata', 'name') ?? '';
      for (const { field, clause } of expansion.problems)
        say.wrong(placeOf(set.located, field), {
          sentence: `The ApplicationSet ${name} cannot be expanded: ${clause}.`,
          hint: 'Correct it there; until then Argo CD changes none of the Applications of the set.',
        });
      // Where the Applications of the set are known all the same, they are checked as they are.
      if (applications.length > 0) continue;
      for (const { field, reason } of expansion.notExpanded) say.unknown(placeOf(set.located, field), reason);
    }
  },
};
