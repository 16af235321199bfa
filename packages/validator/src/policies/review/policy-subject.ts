import type { LocatedObject } from '../../rendered/located-object.ts';
import type { ClusterView } from '../../rendered/cluster-view.ts';
import { contentOf, type Content } from '../../json/content.ts';
import { NotJsonError } from '../../json/not-json-error.ts';
import { subjectOf, type Subject } from '../match/subject.ts';

/** An object of a cluster, ready for the policies. */
export interface PolicySubject {
  readonly located: LocatedObject;
  readonly subject: Subject;
  readonly content: Content;
}

/** The objects that an API server could be sent; what is wrong with the others, other checks say. */
export function subjectsOf(
  cluster: ClusterView,
  namespaceOf: (unit: string) => string | undefined,
): readonly PolicySubject[] {
  return cluster.objects.flatMap((located) => {
    const object = withNamespace(located, cluster, namespaceOf);
    const subject = subjectOf(object, 'Original');
    const content = subject === undefined ? undefined : contentOrNone(object);
    return subject === undefined || content === undefined ? [] : [{ located, subject, content }];
  });
}

/** What an engine applies into a namespace has that namespace by the time that Gatekeeper sees it. */
function withNamespace(
  { object, unit }: LocatedObject,
  { kinds }: ClusterView,
  namespaceOf: (unit: string) => string | undefined,
): LocatedObject['object'] {
  if (unit === undefined || object.metadata?.namespace !== undefined) return object;
  const namespace = namespaceOf(unit);
  if (namespace === undefined || kinds.find(object.apiVersion, object.kind)?.namespaced !== true)
    return object;
  return { ...object, metadata: { ...object.metadata, namespace } };
}

function contentOrNone(object: object): Content | undefined {
  try {
    return contentOf(object);
  } catch (error) {
    if (error instanceof NotJsonError) return undefined;
    throw error;
  }
}
