import { groupOf } from '@seatrial/compiler';
import { textAt } from '../../json/fields.ts';
import { labelsOf, type Labels } from './label-selector.ts';

/** An object as a constraint sees it. */
export interface Subject {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  /** Empty where the name is generated. */
  readonly name: string;
  readonly generateName: string;
  /** Empty for a cluster-scoped object. */
  readonly namespace: string;
  readonly labels: Labels;
  /** `Generated`: an ExpansionTemplate makes it of another object. */
  readonly source: 'Original' | 'Generated';
}

export function subjectOf(object: unknown, source: Subject['source']): Subject | undefined {
  const apiVersion = textAt(object, 'apiVersion');
  const kind = textAt(object, 'kind');
  if (!apiVersion || !kind) return undefined;
  return {
    group: groupOf(apiVersion),
    version: apiVersion.slice(apiVersion.indexOf('/') + 1),
    kind,
    name: textAt(object, 'metadata', 'name') ?? '',
    generateName: textAt(object, 'metadata', 'generateName') ?? '',
    namespace: textAt(object, 'metadata', 'namespace') ?? '',
    labels: labelsOf(object),
    source,
  };
}

export function isNamespace({ group, kind }: Subject): boolean {
  return group === '' && kind === 'Namespace';
}
