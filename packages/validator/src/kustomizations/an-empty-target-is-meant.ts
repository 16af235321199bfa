import type { Check } from '../check/check.ts';
import { fieldAt } from '../json/fields.ts';
import type { KustomizationView } from './kustomization-view.ts';
import { patchesOf } from './patches.ts';
import { isEmpty } from './selector.ts';

export const anEmptyTargetIsMeant: Check<KustomizationView> = {
  rule: 'A patch names what it is for',
  explanation: {
    code: 'SEA3603',
    title: 'A patch with an empty target changes every object',
    meaning:
      'A target without any field selects every object of the kustomization. A patch that deletes then deletes all of them, and with pruning they ' +
      'vanish from the cluster.',
    fix: 'Name the kind in the target, or leave the target out where the patch itself names its object.',
  },
  run(view, say) {
    for (const { target, pointer, documents } of patchesOf(view, view.repository)) {
      if (target === undefined || !isEmpty(target)) continue;
      const deletes = documents.some((document) => fieldAt(document, '$patch') === 'delete');
      say.wrong(view.at(`${pointer}/target`), {
        severity: deletes ? 'error' : 'warning',
        sentence: deletes
          ? 'The patch deletes every object of the kustomization: its target is empty.'
          : 'The patch changes every object of the kustomization: its target is empty.',
        hint: 'Name the kind and the name in the target, or leave the target out.',
      });
    }
  },
};
