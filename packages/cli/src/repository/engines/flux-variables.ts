import type { Finding } from '@seatrial/compiler';
import { fieldAt, listAt, recordAt, textAt, type LocatedObject } from '@seatrial/validator';
import { codes } from '../findings/codes.ts';
import { findingAt } from '../findings/finding-at.ts';
import { placeOfField } from './place-of-field.ts';
import type { Surroundings } from './surroundings.ts';

/** The variables of a Flux Kustomization, as far as they are known here. */
export interface FluxVariables {
  readonly known: Readonly<Record<string, string>>;
  /** Sources whose values are not known here: `Secret flux-system/cluster-secrets`. */
  readonly unknown: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * What `postBuild` gives: of each source in order, then what is written in the Kustomization itself. Undefined: there is
 * no postBuild, so nothing is substituted. Source: github.com/fluxcd/pkg/kustomize v1.44.0, kustomize_varsub.go.
 */
export function fluxVariables(located: LocatedObject, around: Surroundings): FluxVariables | undefined {
  const { object, place } = located;
  const postBuild = fieldAt(object, 'spec', 'postBuild');
  if (typeof postBuild !== 'object' || postBuild === null) return undefined;
  const namespace = textAt(object, 'metadata', 'namespace') ?? 'flux-system';
  const known: Record<string, string> = {};
  const unknown: string[] = [];
  const findings: Finding[] = [];
  for (const [index, from] of listAt(postBuild, 'substituteFrom').entries()) {
    const kind = textAt(from, 'kind') ?? '';
    const name = textAt(from, 'name') ?? '';
    const title = `${kind} ${namespace}/${name}`;
    const source = around.find(place.cluster, kind, namespace, name);
    if (source !== undefined && !isEncrypted(source)) Object.assign(known, dataOf(source, kind));
    else unknown.push(title);
    // A Secret is seldom in git, and for good reason.
    if (source === undefined && kind === 'ConfigMap' && fieldAt(from, 'optional') !== true)
      findings.push(
        findingAt(
          codes.missingVariables,
          placeOfField(located, `/spec/postBuild/substituteFrom/${index}`),
          `The variables of ${title} are not in this repository.`,
          'Correct the name, add the ConfigMap, or set optional: true; where something else makes it, nothing is wrong.',
          'info',
        ),
      );
  }
  for (const [name, value] of Object.entries(recordAt(postBuild, 'substitute')))
    if (typeof value === 'string') known[name] = value.replaceAll('\n', '');
  return { known, unknown, findings };
}

function dataOf(source: unknown, kind: string): Readonly<Record<string, string>> {
  const texts = { ...recordAt(source, 'data') };
  if (kind === 'Secret') {
    for (const [key, value] of Object.entries(texts))
      if (typeof value === 'string') texts[key] = Buffer.from(value, 'base64').toString('utf8');
    Object.assign(texts, recordAt(source, 'stringData'));
  }
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, value.replaceAll('\n', '')] as const] : [],
    ),
  );
}

/** SOPS leaves the keys and encrypts the values. */
function isEncrypted(source: unknown): boolean {
  return fieldAt(source, 'sops') !== undefined;
}
