import { here, repositoryOf } from '../support/rendered-set.ts';
import { runSetCheck, type Said } from '../support/run-check.ts';
import { argoSet, partOf, written } from './argo-set.ts';
import { application } from './texts.ts';

/** Asks a check about an Application of a repository with these files; `annotations` as YAML text. */
export const askWithFiles =
  (check: Parameters<typeof runSetCheck>[0]) =>
  (spec: string, files: Readonly<Record<string, string>> = {}, annotations = '{}'): Said => {
    const text = application(spec, `name: web, namespace: argocd, annotations: ${annotations}`);
    return runSetCheck(check, partOf(argoSet(written(text), { repository: repositoryOf(files, here) })));
  };
