import { posix } from 'node:path';
import type { SetCheck } from '../check/check.ts';
import { appendPointer } from '../json/json-pointer.ts';
import { fieldAt, listAt, textAt } from '../json/fields.ts';
import { placeOf } from '../rendered/place-of.ts';
import { argoCdOf, isTemplated, sourcesOf } from './applications.ts';
import { isRevisionHere } from './revision.ts';

type Source = Readonly<Record<string, unknown>>;

export const aReferencedSourceIsThere: SetCheck = {
  rule: 'A source and a file that the values of a chart refer to are there',
  explanation: {
    code: 'SEA3513',
    title: 'A chart refers to values that are not there',
    meaning:
      'A value file "$name/path" is read from the source of the same Application that has ref: name. Refs work with two sources or more, are unique, and consist of letters, digits, "_" and "-". A file without "$" is read relative to the path of its own source.',
    fix: 'Add ref to the source that holds the files, or correct the name; set ignoreMissingValueFiles where a file may be missing.',
  },
  run(view, say) {
    for (const { located, name, plane } of argoCdOf(view).applications) {
      const sources = sourcesOf(located.object);
      const refs = new Map<string, Source>();
      for (const [pointer, source] of sources) {
        const ref = textAt(source, 'ref') ?? '';
        if (ref === '' || isTemplated(ref)) continue;
        const fault = !/^[a-zA-Z0-9_-]+$/.test(ref)
          ? 'has a character that Argo CD refuses'
          : refs.has(ref)
            ? 'is on two sources'
            : undefined;
        refs.set(ref, source);
        if (fault === undefined || sources.length === 1) continue;
        say.wrong(placeOf(located, `${pointer}/ref`), {
          sentence: `The ref ${ref} of the Application ${name} ${fault}.`,
          hint: 'Give each source a ref of its own, of letters, digits, "_" and "-".',
        });
      }
      for (const [pointer, source] of sources) {
        for (const [field, file] of filesOf(source)) {
          if (isTemplated(file)) continue;
          const place = placeOf(located, pointer + field);
          const [first = '', ...rest] = file.split('/');
          const isReference = first.startsWith('$') && !isVariable(first);
          const ref = refs.get(first.slice(1));
          if (isReference && (ref === undefined || sources.length === 1)) {
            say.wrong(place, {
              sentence:
                ref === undefined
                  ? `The Application ${name} reads ${file}, and none of its sources has ref: ${first.slice(1)}.`
                  : `The Application ${name} reads ${file}, and refs only work with two sources or more.`,
              hint:
                refs.size > 0
                  ? `Its refs are ${[...refs.keys()].join(', ')}.`
                  : `Add ref: ${first.slice(1)} to the source that holds the file.`,
            });
            continue;
          }
          const home = isReference ? ref : source;
          const path = isReference
            ? rest.join('/')
            : file.startsWith('/')
              ? file
              : posix.join(textAt(source, 'path') ?? '', file);
          // What a fleet writes may not be on the disk yet; the compiler itself answers for those.
          if (home === undefined || plane?.complete === true || !isHere(home, isReference)) continue;
          if (
            /[*?[{$]|:\/\//.test(isReference ? path : file) ||
            view.repository.at(posix.normalize(path).replace(/^\//, '')) !== undefined
          )
            continue;
          if (fieldAt(source, 'helm', 'ignoreMissingValueFiles') === true) continue;
          say.wrong(place, {
            sentence: `The Application ${name} reads the values ${file}, and there is no ${posix.normalize(path)} in this repository.`,
            hint: 'Correct the path, add the file, or set helm.ignoreMissingValueFiles: true.',
          });
        }
      }
      function isHere(source: Source, isReference: boolean): boolean {
        const isChart = !isReference && (textAt(source, 'chart') ?? '') !== '';
        return (
          !isChart &&
          view.repository.isThis(textAt(source, 'repoURL') ?? '') &&
          isRevisionHere(textAt(source, 'targetRevision'))
        );
      }
    }
  },
};

/** The files that a source reads its values from, with the JSON pointer to each below the source. */
function filesOf(source: Source): readonly (readonly [field: string, file: string])[] {
  const at = (list: string, key?: string): (readonly [string, string])[] =>
    listAt(source, 'helm', list).flatMap((entry, index) => {
      const file = key === undefined ? entry : fieldAt(entry, key);
      const pointer = appendPointer(`/helm/${list}`, index);
      return typeof file === 'string'
        ? [[key === undefined ? pointer : `${pointer}/${key}`, file] as const]
        : [];
    });
  return [...at('valueFiles'), ...at('fileParameters', 'path')];
}

/** A variable of the build, which Argo CD fills in. Source: newEnv, reposerver/repository/repository.go. */
function isVariable(text: string): boolean {
  return /^\$\{?(ARGOCD_APP_|KUBE_)/.test(text);
}
