import type { SetCheck } from '../check/check.ts';
import { textAt } from '../json/fields.ts';
import { placeOf } from '../rendered/place-of.ts';
import { argoCdOf, isTemplated, sourcesOf } from './applications.ts';
import { permitsSource } from './project.ts';
import { ownProjectOf } from './projects-of.ts';

export const aProjectPermitsTheRepository: SetCheck = {
  rule: 'The project of an Application permits its repositories',
  explanation: {
    code: 'SEA3502',
    title: 'A project does not permit the repository of an Application',
    meaning:
      'Every repoURL of an Application must match one of the sourceRepos of its AppProject and none that begins with "!". In these globs a * stops at a slash, and ** does not.',
    fix: 'Add the repository to spec.sourceRepos of the AppProject, or take the Application to a project that permits it.',
  },
  run(view, say) {
    for (const application of argoCdOf(view).applications) {
      const own = ownProjectOf(application, say);
      if (own === undefined) continue;
      for (const [pointer, source] of sourcesOf(application.located.object)) {
        const url = textAt(source, 'repoURL') ?? '';
        if (url === '' || isTemplated(url)) continue;
        if (own.projects.some(({ object }) => permitsSource(object, url, own.plane))) continue;
        say.wrong(placeOf(application.located, `${pointer}/repoURL`), {
          severity: own.severity,
          sentence: `The project ${own.name} does not permit the repository ${url} of the Application ${application.name}.`,
          hint: `Add ${url} to spec.sourceRepos of the AppProject ${own.name}.`,
        });
      }
    }
  },
};
