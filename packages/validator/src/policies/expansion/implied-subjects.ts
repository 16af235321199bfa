import { contentOrNone } from '../../json/content-or-none.ts';
import { fieldAt, listAt, recordAt, textAt } from '../../json/fields.ts';
import { isRecord } from '../../json/is-record.ts';
import { subjectOf } from '../match/subject.ts';
import type { PolicySubject } from '../review/policy-subject.ts';
import { kindKey, type ExpansionTemplate } from './expansion-template.ts';

/**
 * What comes of an object later, by the templates of its cluster, and of that in turn; each is reviewed too, at the place of
 * the object. Source: Gatekeeper 3.23.1, pkg/expansion/system.go (expandResource).
 */
export function impliedSubjects(
  subjects: readonly PolicySubject[],
  templates: readonly ExpansionTemplate[],
): readonly PolicySubject[] {
  const usable = templates.filter(({ problem }) => problem === undefined);
  const expand = (subject: PolicySubject, object: unknown): readonly PolicySubject[] =>
    usable
      .filter(({ appliesTo }) => appliesTo.has(kindKey(subject.subject)))
      .flatMap((template) => {
        const made = madeOf(object, template);
        const own = made === undefined ? undefined : subjectOf(made, 'Generated');
        const content = made === undefined ? undefined : contentOrNone(made);
        if (made === undefined || own === undefined || content === undefined) return [];
        const pointer = [...(subject.implied?.pointer ?? []), ...template.source];
        const implied = { template: template.name, action: template.action, pointer };
        const one = { located: subject.located, subject: own, content, implied };
        return [one, ...expand(one, made)];
      });
  return usable.length === 0 ? [] : subjects.flatMap((subject) => expand(subject, subject.located.object));
}

/** Undefined where the object has no such template in it. */
function madeOf(object: unknown, { source, made }: ExpansionTemplate): object | undefined {
  const body = fieldAt(object, ...source);
  if (!isRecord(body)) return undefined;
  const { namespace: _, ...metadata } = recordAt(body, 'metadata');
  const namespace = textAt(object, 'metadata', 'namespace');
  const owners = listAt(body, 'metadata', 'ownerReferences');
  const owner = ownerOf(object);
  const isOwned =
    owner === undefined ||
    owners.some((one) => ownerKeys.every((key) => fieldAt(one, key) === fieldAt(owner, key)));
  return {
    ...body,
    apiVersion: made.group === '' ? made.version : `${made.group}/${made.version}`,
    kind: made.kind,
    metadata: {
      ...metadata,
      name: [textAt(object, 'metadata', 'name') ?? '', made.kind].join('-').toLowerCase(),
      ...(namespace === undefined ? {} : { namespace }),
      ...(isOwned ? {} : { ownerReferences: [...owners, owner] }),
    },
  };
}

const ownerKeys = ['apiVersion', 'kind', 'name'] as const;

function ownerOf(object: unknown): object | undefined {
  const apiVersion = textAt(object, 'apiVersion');
  const kind = textAt(object, 'kind');
  const name = textAt(object, 'metadata', 'name');
  return apiVersion && kind && name ? { apiVersion, kind, name, uid: '' } : undefined;
}
