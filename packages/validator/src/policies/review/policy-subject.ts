import type { LocatedObject } from '../../rendered/located-object.ts';
import type { ClusterView } from '../../rendered/cluster-view.ts';
import type { Content } from '../../json/content.ts';
import { contentOrNone } from '../../json/content-or-none.ts';
import { subjectOf, type Subject } from '../match/subject.ts';

/** An object of a cluster, ready for the policies. */
export interface PolicySubject {
  readonly located: LocatedObject;
  readonly subject: Subject;
  readonly content: Content;
  /** Present for what comes of the object later, by an ExpansionTemplate. */
  readonly implied?: ImpliedBy;
}

interface ImpliedBy {
  readonly template: string;
  /** What stands for the action of a constraint that is violated; empty: nothing does. */
  readonly action: string;
  /** Where it stands in the object that it comes of. */
  readonly pointer: readonly string[];
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
