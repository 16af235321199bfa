import { groupOf } from '@seatrial/compiler';
import { recordAt, textAt } from '../json/fields.ts';
import type { LocatedObject } from '../rendered/located-object.ts';

/** A repository that Argo CD is told of, as far as it can be read. */
export interface DeclaredRepository {
  readonly url: string;
  /** The project that it belongs to, which may then use it whatever its sourceRepos say. */
  readonly project?: string;
}

/** The labels of a Secret, or of the one that an ExternalSecret or a SealedSecret makes; undefined for anything else. */
export function labelsOfSecret({ object }: LocatedObject): Readonly<Record<string, unknown>> | undefined {
  const path = pathsOfLabels[`${groupOf(String(object?.apiVersion))}/${object?.kind}`];
  return path && recordAt(object, ...path, 'metadata', 'labels');
}

const pathsOfLabels: Readonly<Record<string, readonly string[]>> = {
  '/Secret': [],
  'external-secrets.io/ExternalSecret': ['spec', 'target', 'template'],
  'bitnami.com/SealedSecret': ['spec', 'template'],
};

export function repositoriesDeclaredBy(objects: readonly LocatedObject[]): readonly DeclaredRepository[] {
  return objects.flatMap((located) => {
    if (labelsOfSecret(located)?.['argocd.argoproj.io/secret-type'] !== 'repository') return [];
    const { object } = located;
    const value = (key: string): string | undefined =>
      textAt(object, 'stringData', key) ??
      textAt(object, 'spec', 'target', 'template', 'data', key) ??
      decoded(textAt(object, 'data', key));
    const [url, project] = [value('url'), value('project')];
    return url === undefined
      ? []
      : [{ url, ...(project === undefined || project === '' ? {} : { project }) }];
  });
}

function decoded(text: string | undefined): string | undefined {
  return text === undefined ? undefined : Buffer.from(text, 'base64').toString();
}
