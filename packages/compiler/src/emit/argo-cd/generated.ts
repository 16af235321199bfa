import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import type { Parameter } from './text-template.ts';

/** What a generator makes of the Applications of its set: together they give each of them back. */
export interface Generated {
  readonly generators: readonly Readonly<Record<string, unknown>>[];
  readonly template: unknown;
  readonly templatePatch?: string;
}

/** The part of an Application that an ApplicationSet's template holds; its controller sets kind and namespace. */
export function templateBody(application: KubernetesObject): Record<string, unknown> {
  const { namespace: _, ...metadata } = application.metadata;
  return { metadata, spec: application['spec'] };
}

/** Whether a template or a patch names the parameter. */
export function isUsed({ expression }: Parameter, ...parts: readonly unknown[]): boolean {
  return new RegExp(`\\{\\{[^}]*\\${expression}\\b`).test(
    parts.map((part) => JSON.stringify(part) ?? '').join('\n'),
  );
}
