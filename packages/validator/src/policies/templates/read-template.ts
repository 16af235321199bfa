import { appendPointer } from '../../json/json-pointer.ts';
import { fieldAt, listAt, textAt } from '../../json/fields.ts';
import type { PolicySource } from '../policy-compiler.ts';
import type { Problem } from '../problem.ts';

/** What a ConstraintTemplate says, as far as Gatekeeper can use it. */
export type ReadTemplate =
  | {
      readonly use: 'rego';
      readonly kind: string;
      readonly source: PolicySource;
      /** JSON pointer to the object that holds `rego` and `libs`. */
      readonly pointer: string;
      /** The structural schema of `spec.parameters` of its constraints. */
      readonly parameters: unknown;
    }
  /** `reason` is a clause. */
  | { readonly use: 'elsewhere'; readonly kind: string; readonly reason: string }
  | { readonly use: 'none'; readonly kind: string | undefined; readonly problem: Problem };

const target = 'admission.k8s.gatekeeper.sh';
const celEngine = 'K8sNativeValidation';

/**
 * Reads a template of any version that Gatekeeper serves (v1, v1beta1, v1alpha1 have these fields in common). Where it has
 * Rego and CEL, the Rego counts: Gatekeeper takes either, by its own settings.
 * Source: open-policy-agent/frameworks, constraint/pkg/client/client.go and pkg/apis/templates, as of Gatekeeper 3.23.1.
 */
export function readTemplate(template: unknown): ReadTemplate {
  const kind = textAt(template, 'spec', 'crd', 'spec', 'names', 'kind');
  const name = textAt(template, 'metadata', 'name') ?? '';
  if (!kind)
    return refused(
      undefined,
      '/spec/crd/spec/names',
      'It names no kind for its constraints',
      'Set spec.crd.spec.names.kind.',
    );
  if (name.toLowerCase() !== kind.toLowerCase())
    return refused(
      kind,
      '/metadata/name',
      `Its name ${name} is not its kind ${kind} in lower case`,
      `Name it ${kind.toLowerCase()}.`,
    );
  const targets = listAt(template, 'spec', 'targets');
  if (targets.length !== 1)
    return refused(
      kind,
      '/spec/targets',
      `It has ${targets.length} targets, and Gatekeeper takes exactly one`,
      `Give it the one target ${target}.`,
    );
  if (fieldAt(targets[0], 'target') !== target)
    return refused(
      kind,
      '/spec/targets/0/target',
      `Its target ${textAt(targets[0], 'target') ?? '(none)'} is not one that Gatekeeper knows`,
      `Set it to ${target}.`,
    );
  return readCode(template, kind, targets[0]);
}

function readCode(template: unknown, kind: string, code: unknown): ReadTemplate {
  const parameters = fieldAt(template, 'spec', 'crd', 'spec', 'validation', 'openAPIV3Schema');
  const own = sourceOf(code);
  // Gatekeeper puts the target's own rego in the place of the engine's.
  if (own !== undefined)
    return { use: 'rego', kind, source: { ...own, version: 'v0' }, pointer: '/spec/targets/0', parameters };
  const engines = listAt(code, 'code').map((entry) => textAt(entry, 'engine'));
  const at = engines.indexOf('Rego');
  if (at >= 0) {
    const entry = fieldAt(listAt(code, 'code')[at], 'source');
    const pointer = appendPointer('/spec/targets/0/code', at) + '/source';
    const source = sourceOf(entry);
    if (source === undefined)
      return refused(kind, pointer, 'Its engine Rego has no source', 'Set source.rego.');
    const version = textAt(entry, 'version') === 'v1' ? 'v1' : 'v0';
    return { use: 'rego', kind, source: { ...source, version }, pointer, parameters };
  }
  if (engines.includes(celEngine))
    return { use: 'elsewhere', kind, reason: 'its template is written in CEL, which is not evaluated here' };
  return refused(
    kind,
    '/spec/targets/0',
    'It has no code that Gatekeeper can run',
    'Give it rego, or code with the engine Rego.',
  );
}

function sourceOf(holder: unknown): Omit<PolicySource, 'version'> | undefined {
  const rego = textAt(holder, 'rego');
  if (!rego) return undefined;
  return { rego, libs: listAt(holder, 'libs').filter((lib) => typeof lib === 'string') };
}

function refused(kind: string | undefined, field: string, what: string, hint: string): ReadTemplate {
  return { use: 'none', kind, problem: { field, what, hint } };
}
