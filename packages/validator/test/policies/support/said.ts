import type { LocatedObject, RenderedSet, ResultStore } from '@seatrial/validator';
import { reviewPolicies } from '@seatrial/validator';
import { parseAllDocuments } from 'yaml';
import { setView } from '../../../src/rendered/set-view.ts';
import type { Limits } from '../../../src/policies/review/ask-policies.ts';
import { located } from '../../support/objects.ts';
import { setOf } from '../../support/rendered-set.ts';
import { regoCompiler } from './rego-compiler.ts';

/** The objects of YAML documents, on a cluster. */
export function objectsOf(text: string, cluster = 'paris'): readonly LocatedObject[] {
  return parseAllDocuments(text).map((document) => located(document.toJS(), cluster));
}

/** What is said of a set: findings as `SEA3301 error kind/name /field: sentence`, gaps as `cluster: reason (count)`. */
export async function said(
  objects: readonly LocatedObject[],
  more: Partial<RenderedSet> & { readonly results?: ResultStore; readonly limits?: Limits } = {},
): Promise<{ readonly findings: readonly string[]; readonly notChecked: readonly string[] }> {
  const { results, limits, ...set } = more;
  const answer = await reviewPolicies(setView(setOf(objects, set)), regoCompiler, results, limits);
  return {
    findings: answer.findings.map(
      ({ code, severity, place, sentence }) =>
        `${code} ${severity} ${place.object?.kind ?? ''}/${place.object?.name ?? ''} ${place.field ?? ''}: ${sentence}`,
    ),
    notChecked: answer.notChecked.map(({ cluster, reason, count }) => `${cluster}: ${reason} (${count})`),
  };
}

/** A template with this Rego, of which the kind is `K8sTest`. */
export function templateWith(rego: string, kind = 'K8sTest'): string {
  return `
apiVersion: templates.gatekeeper.sh/v1
kind: ConstraintTemplate
metadata: { name: ${kind.toLowerCase()} }
spec:
  crd: { spec: { names: { kind: ${kind} } } }
  targets:
    - target: admission.k8s.gatekeeper.sh
      rego: |
${rego.replace(/^/gm, '        ')}
`;
}

/** A constraint of that template, for ConfigMaps; `spec` is in flow style. */
export function constraintWith(spec = '{}', kind = 'K8sTest', name = 'test'): string {
  return `
---
apiVersion: constraints.gatekeeper.sh/v1beta1
kind: ${kind}
metadata: { name: ${name} }
spec: ${spec}
`;
}

export const configMap = `
---
{ apiVersion: v1, kind: ConfigMap, metadata: { name: a, namespace: shop }, data: { key: value } }
`;
