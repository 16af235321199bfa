import { readFileSync } from 'node:fs';
import { defineObject } from '@seatrial/compiler';

/** A ConstraintTemplate around a Rego file of this folder. `parameters` is the schema of what its constraints may say. */
export function constraintTemplate(kind: string, regoFile: string, parameters?: Record<string, unknown>) {
  const rego = readFileSync(new URL(regoFile, import.meta.url), 'utf8');
  return defineObject({
    apiVersion: 'templates.gatekeeper.sh/v1',
    kind: 'ConstraintTemplate',
    spec: {
      crd: {
        spec: {
          names: { kind },
          ...(parameters === undefined
            ? {}
            : { validation: { openAPIV3Schema: { type: 'object', properties: parameters } } }),
        },
      },
      targets: [
        {
          target: 'admission.k8s.gatekeeper.sh',
          code: [{ engine: 'Rego', source: { version: 'v0', rego } }],
        },
      ],
    },
  });
}

/** A constraint: which objects it looks at, what it asks of them, and whether it refuses or only warns. */
export function constraint(
  kind: string,
  constraintSpec: {
    match: Match;
    parameters?: Record<string, unknown>;
    enforcementAction?: 'deny' | 'warn' | 'dryrun';
  },
) {
  const { enforcementAction = 'deny', ...rest } = constraintSpec;
  return defineObject({
    apiVersion: 'constraints.gatekeeper.sh/v1beta1',
    kind,
    spec: { enforcementAction, ...rest },
  });
}

export interface Match {
  kinds: readonly { apiGroups: readonly string[]; kinds: readonly string[] }[];
  namespaces?: readonly string[];
  excludedNamespaces?: readonly string[];
}

/** Everything that makes pods. */
export const workloadKinds = [
  { apiGroups: ['apps'], kinds: ['Deployment', 'StatefulSet', 'DaemonSet'] },
  { apiGroups: ['batch'], kinds: ['Job', 'CronJob'] },
];
export const podKinds = [{ apiGroups: [''], kinds: ['Pod'] }];
export const namespaceKinds = [{ apiGroups: [''], kinds: ['Namespace'] }];
