import { textAt } from '../json/fields.ts';
import type { Check } from '../check/check.ts';
import type { KustomizationView } from './kustomization-view.ts';
import { patchesOf } from './patches.ts';
import { inWords, isEmpty, selectorTest } from './selector.ts';
import { selection } from './selection.ts';

export const aPatchSelectsAnObject: Check<KustomizationView> = {
  rule: 'A patch with a target selects an object',
  explanation: {
    code: 'SEA3601',
    title: 'A patch selects nothing',
    meaning:
      'No object of the kustomization matches the target of a patch. kustomize passes over such a patch without a word, so what it should change ' +
      'goes to the cluster unchanged.',
    fix:
      'Compare the target with the objects of the resources, components and generators below, before this kustomization adds its own prefix, suffix and ' +
      'namespace; every field of a target is a regular expression for the whole value.',
  },
  run(view, say) {
    for (const { target, pointer } of patchesOf(view, view.repository)) {
      if (target === undefined || isEmpty(target)) continue;
      const place = view.at(`${pointer}/target`);
      // Source: configureBuiltinTransformers in kustomize: JSON patches of the old field come after prefixes.
      const worksOn = pointer.startsWith('/patchesJson6902') ? view.after : view.before;
      const selected = selection(worksOn, target, 'patch');
      if (selected.unknown !== undefined) say.unknown(place, selected.unknown);
      else if (!selected.any) {
        say.wrong(place, {
          // A target for all objects of a kind may be meant for those that come later.
          severity: textAt(target, 'name') ? 'error' : 'warning',
          sentence: `The patch selects nothing: no object below matches ${inWords(target)}.`,
          hint: hintFor(view, target),
        });
      }
    }
  },
};

/** The objects of the same kind, or of the same name, are what was most likely meant. */
function hintFor({ before }: KustomizationView, target: Readonly<Record<string, unknown>>): string {
  const objects = before.flatMap(({ objects: below }) => below);
  const near = [
    objects.filter(selectorTest({ kind: target['kind'], name: undefined }, 'patch') ?? (() => false)),
    objects.filter(selectorTest({ name: target['name'] }, 'patch') ?? (() => false)),
  ]
    .filter((some) => some.length < objects.length || objects.length < 4)
    .flat();
  const names = [...new Set(near.map(({ kind, names: [name] }) => `${kind} ${name}`))].slice(0, 3);
  return names.length === 0
    ? 'Correct the target, or take the patch out.'
    : `Correct the target, or take the patch out; there ${names.length === 1 ? 'is' : 'are'} ${names.join(', ')}.`;
}
