import { posix } from 'node:path';
import type { Place } from '@seatrial/compiler';
import type { Check } from '../check/check.ts';
import { listAt, textAt } from '../json/fields.ts';
import { isRecord } from '../json/is-record.ts';
import { pathFrom } from './paths-read.ts';
import type { KustomizationView } from './kustomization-view.ts';
import { selection } from './selection.ts';
import { inWords, isEmpty } from './selector.ts';

export const aReplacementSelectsAnObject: Check<KustomizationView> = {
  rule: 'A target of a replacement selects an object',
  explanation: {
    code: 'SEA3602',
    title: 'A replacement changes nothing',
    meaning:
      'No object of the kustomization matches a target of a replacement. kustomize passes over it without a word, so the value that should be replaced ' +
      'goes to the cluster as it was.',
    fix: 'Compare the "select" with the objects below; unlike the source, a target that matches nothing is no error for kustomize.',
  },
  run(view, say) {
    for (const { target, place } of targetsOf(view)) {
      const select = isRecord(target) ? target['select'] : undefined;
      if (!isRecord(select) || isEmpty(select)) continue;
      const selected = selection(view.after, select, 'replacement');
      if (selected.unknown !== undefined) say.unknown(place, selected.unknown);
      else if (!selected.any) {
        say.wrong(place, {
          severity: textAt(select, 'name') ? 'error' : 'warning',
          sentence: `The replacement changes nothing: no object below matches ${inWords(select)}.`,
          hint: 'Correct the "select" of the target, or take it out.',
        });
      }
    }
  },
};

interface Target {
  readonly target: unknown;
  readonly place: Place;
}

/** The targets of replacements in the kustomization, and of those in files that it names. */
function targetsOf(view: KustomizationView): readonly Target[] {
  return listAt(view.fields, 'replacements').flatMap((entry, index) => [
    ...listAt(entry, 'targets').map((target, at) => ({
      target,
      place: view.at(`/replacements/${index}/targets/${at}`),
    })),
    ...inFile(view, textAt(entry, 'path')),
  ]);
}

function inFile({ folder, repository }: KustomizationView, entry: string | undefined): readonly Target[] {
  const file = entry === undefined ? undefined : pathFrom(folder, posix.normalize(entry));
  if (file === undefined || !repository.hasFile(file)) return [];
  // The file holds one replacement or a list of them.
  return repository.documents(file).documents.flatMap(({ value, locate }) =>
    (Array.isArray(value) ? value : [value]).flatMap((replacement: unknown, index) =>
      listAt(replacement, 'targets').map((target, at) => ({
        target,
        place: {
          source: { file, ...locate(`${Array.isArray(value) ? `/${index}` : ''}/targets/${at}`) },
        },
      })),
    ),
  );
}
