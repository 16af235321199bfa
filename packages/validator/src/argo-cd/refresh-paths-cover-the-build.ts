import { posix } from 'node:path';
import type { SetCheck } from '../check/check.ts';
import { listAt, textAt } from '../json/fields.ts';
import { placeOf } from '../rendered/place-of.ts';
import type { SetView } from '../rendered/set-view.ts';
import { argoCdOf, isTemplated, sourcesOf } from './applications.ts';
import { pathPattern } from './generate/path-pattern.ts';
import { kustomizeBuildOf } from './kustomize-files.ts';

const annotation = 'argocd.argoproj.io/manifest-generate-paths';

export const refreshPathsCoverTheBuild: SetCheck = {
  rule: 'manifest-generate-paths covers every file that the build opens',
  explanation: {
    code: 'SEA3516',
    title: 'manifest-generate-paths does not cover a file of the build',
    meaning:
      'With the annotation argocd.argoproj.io/manifest-generate-paths Argo CD builds an Application again only when a commit touches one of its paths. A base, a component or a value file outside of them changes nothing until something else does.',
    fix: 'Add the folder to the annotation. A path that begins with "/" counts from the root of the repository, any other one from the path of the source.',
  },
  run(view, say) {
    for (const { located, name } of argoCdOf(view).applications) {
      const written = textAt(located.object, 'metadata', 'annotations', annotation);
      if (written === undefined || written.trim() === '' || isTemplated(written)) continue;
      const sources = sourcesOf(located.object);
      const items = written
        .split(';')
        .map((item) => item.trim())
        .filter((item) => item !== '');
      const missed = new Set<string>();
      for (const [, source] of sources) {
        const paths = items.map((item) =>
          item.startsWith('/') ? item : `/${posix.join(textAt(source, 'path') ?? '', item)}`,
        );
        for (const file of filesOf(
          view,
          source,
          sources.map(([, each]) => each),
        ))
          if (!paths.some((path) => covers(path, `/${file}`))) missed.add(file);
      }
      const [first] = missed;
      if (first === undefined) continue;
      const folders = [...new Set([...missed].map((file) => `/${posix.dirname(file)}`))];
      say.wrong(placeOf(located, '/metadata/annotations/argocd.argoproj.io~1manifest-generate-paths'), {
        severity: 'warning',
        sentence: `The build of the Application ${name} opens ${first}${missed.size > 1 ? ` and ${missed.size - 1} more` : ''}, which its manifest-generate-paths does not cover.`,
        hint: `Add ${folders.slice(0, 3).join(';')} to the annotation.`,
      });
    }
  },
};

/** What the build of one source opens in this repository: its kustomization with all below, its chart, its values. */
function filesOf(
  view: SetView,
  source: Readonly<Record<string, unknown>>,
  all: readonly unknown[],
): readonly string[] {
  const { repository } = view;
  const isThis = (of: unknown): boolean => repository.isThis(textAt(of, 'repoURL') ?? '');
  const path = textAt(source, 'path') ?? '';
  const own =
    path !== '' && isThis(source) && !isTemplated(path)
      ? (kustomizeBuildOf(repository, path)?.files ?? [])
      : [];
  const values = listAt(source, 'helm', 'valueFiles').flatMap((file) => {
    const [first = '', ...rest] = typeof file === 'string' ? file.split('/') : [];
    const home = first.startsWith('$')
      ? all.find((each) => `$${textAt(each, 'ref') ?? ''}` === first)
      : undefined;
    const at = posix.normalize(rest.join('/'));
    return home !== undefined && isThis(home) && repository.at(at) === 'file' ? [at] : [];
  });
  return [...own, ...values];
}

/** Source: AppFilesHaveChanged, util/app/path/path.go. */
function covers(path: string, file: string): boolean {
  const folder = posix.normalize(path).replace(/\/$/, '');
  return file === folder || file.startsWith(`${folder}/`) || (pathPattern(path)?.test(file) ?? false);
}
