import { isRecord } from '../../json/is-record.ts';
import { fieldAt, listAt, textAt } from '../../json/fields.ts';
import { globMatches, globMatchesGenerateName } from './glob.ts';
import { labelSelector, type Labels } from './label-selector.ts';
import { isNamespace, type Subject } from './subject.ts';

/** Whether a constraint concerns an object; `unknown` where that hangs on a Namespace that is not known. */
export type Matched = 'yes' | 'no' | 'unknown';

/** The labels of a namespace by its name; undefined where it is not known. */
export type NamespaceLabels = (name: string) => Labels | undefined;

export type Matcher = (subject: Subject, namespaces: NamespaceLabels) => Matched;

/** The label that every API server gives every Namespace: its name. */
export const namespaceNameLabel = 'kubernetes.io/metadata.name';

/**
 * `spec.match` of a constraint, as the webhook and the audit of Gatekeeper apply it. What is not given matches everything.
 * Source: Gatekeeper 3.23.1, pkg/mutation/match/match.go. `gator test` differs: it hands every cluster-scoped object
 * a Namespace without a name, so `scope: Cluster` matches Namespaces only, and neither `namespaces` nor `namespaceSelector` match
 * anything cluster-scoped.
 */
export function matcher(match: unknown): Matcher {
  const parts = [
    kindsPart(listAt(match, 'kinds')),
    scopePart(textAt(match, 'scope')),
    namespacesPart(texts(match, 'namespaces'), true),
    namespacesPart(texts(match, 'excludedNamespaces'), false),
    labelPart(fieldAt(match, 'labelSelector')),
    namePart(textAt(match, 'name')),
    sourcePart(textAt(match, 'source')),
  ].filter((part) => part !== undefined);
  const selector = namespaceSelectorPart(fieldAt(match, 'namespaceSelector'));
  return (subject, namespaces) => {
    for (const part of parts) if (!part(subject)) return 'no';
    return selector === undefined ? 'yes' : selector(subject, namespaces);
  };
}

/** Undefined: it matches everything. */
type Part = ((subject: Subject) => boolean) | undefined;

function kindsPart(entries: readonly unknown[]): Part {
  if (entries.length === 0) return undefined;
  const wanted = entries.map((entry) => [texts(entry, 'kinds'), texts(entry, 'apiGroups')] as const);
  return ({ kind, group }) =>
    wanted.some(([kinds, groups]) => isAmong(kinds, kind) && isAmong(groups, group));
}

function isAmong(names: readonly string[], name: string): boolean {
  return names.length === 0 || names.includes('*') || names.includes(name);
}

function scopePart(scope: string | undefined): Part {
  if (scope === 'Cluster') return (subject) => isNamespace(subject) || subject.namespace === '';
  if (scope === 'Namespaced') return (subject) => !isNamespace(subject) && subject.namespace !== '';
  // Any other word, also a misspelt one, matches every scope.
  return undefined;
}

function namespacesPart(globs: readonly string[], included: boolean): Part {
  if (globs.length === 0) return undefined;
  return (subject) => {
    const name = isNamespace(subject) ? subject.name : subject.namespace;
    if (name === '' && !isNamespace(subject)) return true;
    return globs.some((glob) => globMatches(glob, name)) === included;
  };
}

function labelPart(selector: unknown): Part {
  if (!isRecord(selector)) return undefined;
  const { matches } = labelSelector(selector);
  return (subject) => matches(isNamespace(subject) ? labelsOfNamespace(subject) : subject.labels);
}

function namePart(glob: string | undefined): Part {
  if (!glob) return undefined;
  return ({ name, generateName }) => globMatches(glob, name) || globMatchesGenerateName(glob, generateName);
}

function sourcePart(source: string | undefined): Part {
  if (!source || source === 'All') return undefined;
  return (subject) => subject.source === source;
}

function namespaceSelectorPart(selector: unknown): Matcher | undefined {
  if (!isRecord(selector)) return undefined;
  const { matches, keys } = labelSelector(selector);
  const needsOnlyName = keys.every((key) => key === namespaceNameLabel);
  return (subject, namespaces) => {
    if (isNamespace(subject)) return verdict(matches(labelsOfNamespace(subject)));
    // Gatekeeper lets it pass for everything cluster-scoped.
    if (subject.namespace === '') return 'yes';
    const labels =
      namespaces(subject.namespace) ??
      (needsOnlyName ? { [namespaceNameLabel]: subject.namespace } : undefined);
    return labels === undefined ? 'unknown' : verdict(matches(labels));
  };
}

function verdict(matched: boolean): Matched {
  return matched ? 'yes' : 'no';
}

function labelsOfNamespace({ labels, name }: Subject): Labels {
  return { ...labels, [namespaceNameLabel]: name };
}

function texts(value: unknown, key: string): readonly string[] {
  return listAt(value, key).filter((item) => typeof item === 'string');
}
