import { posix } from 'node:path';
import type { SetCheck } from '../check/check.ts';
import { fieldAt, textAt } from '../json/fields.ts';
import { placeOf } from '../rendered/place-of.ts';
import type { RepositoryView } from '../rendered/repository-view.ts';
import { argoCdOf, isTemplated, sourcesOf } from './applications.ts';
import { isRevisionHere } from './revision.ts';

export const aSourceHoldsManifests: SetCheck = {
  rule: 'The path of a source is a folder of the repository with manifests in it',
  explanation: {
    code: 'SEA3512',
    title: 'The path of an Application leads to no manifests',
    meaning:
      'The path of a source must be a folder inside the repository, and hold a kustomization, a chart, or files with manifests. Argo CD cannot compare or sync the Application otherwise; an empty folder makes it prune everything.',
    fix: 'Correct spec.source.path, or add what is missing. Plain manifests in folders below need directory.recurse: true.',
  },
  run(view, say) {
    for (const { located, name, unit, plane } of argoCdOf(view).applications) {
      for (const [pointer, source] of sourcesOf(located.object)) {
        const [url, path, chart] = ['repoURL', 'path', 'chart'].map((key) => textAt(source, key) ?? '');
        const place = placeOf(located, `${pointer}/path`);
        if (!url || (!path && !chart && !(textAt(source, 'ref') && pointer.startsWith('/spec/sources/'))))
          say.wrong(placeOf(located, pointer), {
            sentence: `A source of the Application ${name} has ${url ? 'neither a path nor a chart' : 'no repoURL'}.`,
            hint: 'Name the repository, and a path or a chart in it.',
          });
        if (chart && !textAt(source, 'targetRevision'))
          say.wrong(placeOf(located, pointer), {
            sentence: `The Application ${name} takes the chart ${chart} without a targetRevision, which Argo CD refuses.`,
            hint: 'Write the version of the chart as targetRevision.',
          });
        if (!url || !path || chart || isTemplated(path) || !view.repository.isThis(url)) continue;
        const wrong = (words: string, hint: string): void =>
          say.wrong(place, { sentence: `The path ${path} of the Application ${name} ${words}.`, hint });
        const folder = posix.normalize(path).replace(/\/$/, '');
        const found = folder.startsWith('..') ? undefined : view.repository.at(folder);
        if (posix.isAbsolute(path))
          wrong('is absolute, which Argo CD refuses', `Write it as ${path.replace(/^\/+/, '')}.`);
        else if (folder.startsWith('..'))
          wrong('leads out of the repository', 'Write it from the root of the repository.');
        else if (found === 'file')
          wrong('is a file, and a folder is expected', `Write ${posix.dirname(folder)}.`);
        else if (found === undefined && isRevisionHere(textAt(source, 'targetRevision')))
          wrong('does not exist in this repository', 'Correct the path, or add the folder.');
        else if (found === undefined)
          say.unknown(place, 'the revision that it names is not the one that is here');
        else if (fieldAt(source, 'plugin') === undefined) {
          const recurses = fieldAt(source, 'directory', 'recurse') === true;
          const has = contentOf(view.repository, folder, recurses);
          // A folder that the compiler is about to write has nothing in it yet.
          if (has === 'manifests' || (has === 'nothing' && plane?.complete === true && unit !== undefined))
            continue;
          if (has === 'other')
            say.unknown(place, 'it holds no manifests that Argo CD itself reads, and a plugin may read it');
          else
            say.wrong(place, {
              severity: 'warning',
              sentence: `The path ${path} of the Application ${name} holds no manifests.`,
              hint: 'Add a kustomization.yaml, or set directory.recurse: true where the manifests are in folders below.',
            });
        }
      }
    }
  },
};

/** What Argo CD itself finds in a folder. Source: util/app/discovery/discovery.go, and `manifestFile` of the repo server. */
function contentOf(
  repository: RepositoryView,
  folder: string,
  recurses: boolean,
): 'manifests' | 'other' | 'nothing' {
  const files = repository.filesIn(folder).map((file) => posix.basename(file));
  if (files.some((file) => /\.(yaml|yml|json|jsonnet)$/.test(file) || file === 'Kustomization'))
    return 'manifests';
  if (
    recurses &&
    repository.foldersIn(folder).some((inner) => contentOf(repository, inner, true) === 'manifests')
  )
    return 'manifests';
  return files.some((file) => !/^(\.|README|LICENSE|OWNERS)|\.(md|txt|adoc)$/i.test(file))
    ? 'other'
    : 'nothing';
}
