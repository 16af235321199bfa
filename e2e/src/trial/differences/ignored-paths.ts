import { groupOf, type KubernetesObject, type ResolvedSync } from '@seatrial/compiler';
import { NotProvenHere } from '../../run/outcome-errors.ts';
import { jqPaths } from './jq-paths.ts';
import { ownedPaths } from './owned-paths.ts';
import { pointerPath, type Path } from './paths.ts';

type Ignored = ResolvedSync['ignoreDifferences'][number];

/**
 * Places of an object that do not count. Argo CD deletes them from both sides before it compares; whether a sync
 * writes them (`RespectIgnoreDifferences`) changes when they differ, not that they may.
 * Source: Argo CD 3.4.2, `util/argo/normalizers/diff_normalizer.go` and `gitops-engine/pkg/diff`.
 * @throws NotProvenHere for a jq expression that the rehearsal does not read
 */
export function ignoredPaths(object: KubernetesObject, rules: readonly Ignored[]): readonly Path[] {
  const ofRules = rules.flatMap((rule) =>
    concerns(rule, object)
      ? [
          ...rule.jsonPointers.map(pointerPath),
          ...rule.jqPathExpressions.flatMap((expression) => read(expression, object)),
          ...ownedPaths(object, rule.managedFieldsManagers),
        ]
      : [],
  );
  return [...ofRules, ...bookkeeping];
}

const bookkeeping: readonly Path[] = [
  ['metadata', 'managedFields'],
  ['metadata', 'resourceVersion'],
  ['metadata', 'generation'],
  // What controllers write: Argo CD 3 compares it for no kind (`ignoreResourceStatusField` is `all`).
  ['status'],
];

function concerns({ group, kind, name, namespace }: Ignored, object: KubernetesObject): boolean {
  return (
    matches(group, groupOf(object.apiVersion)) &&
    matches(kind, object.kind) &&
    (name === undefined || matches(name, object.metadata.name)) &&
    (namespace === undefined || matches(namespace, object.metadata.namespace ?? ''))
  );
}

/** `*` stands for any group or kind. */
function matches(rule: string, value: string): boolean {
  return rule === '*' || rule === value;
}

function read(expression: string, object: KubernetesObject): readonly Path[] {
  const paths = jqPaths(expression, object);
  if (paths === undefined) {
    throw new NotProvenHere(
      `the rehearsal does not read the jq expression ${expression} of ignoreDifferences, so it cannot tell which differences of ${object.kind} ${object.metadata.name} count`,
    );
  }
  return paths;
}
