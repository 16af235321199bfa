import { fieldAt, listAt, recordAt, textAt } from '../../json/fields.ts';
import { isCopied } from './plain-configuration.ts';
import { kindOf, nameOf, namespaceOf } from '../lookup/identity.ts';
import type { LocatedObject } from '../../rendered/located-object.ts';
import type { MadeConfiguration } from './made-configuration.ts';

/**
 * What an ExternalSecret makes; a ClusterExternalSecret makes one in every namespace that it names or selects.
 * Source: external-secrets.io, API specification, ExternalSecretTarget and ExternalSecretTemplate.
 */
export function externalSecret(located: LocatedObject): readonly MadeConfiguration[] {
  const own = nameOf(located);
  if (own === undefined) return [];
  if (kindOf(located) === 'external-secrets.io/ExternalSecret')
    return madeBy(fieldAt(located.object, 'spec'), own, [namespaceOf(located)]);
  if (kindOf(located) !== 'external-secrets.io/ClusterExternalSecret') return [];
  const named = listAt(located.object, 'spec', 'namespaces').filter((name) => typeof name === 'string');
  const isSelecting = ['namespaceSelector', 'namespaceSelectors'].some(
    (field) => fieldAt(located.object, 'spec', field) !== undefined,
  );
  return madeBy(
    fieldAt(located.object, 'spec', 'externalSecretSpec'),
    textAt(located.object, 'spec', 'externalSecretName') || own,
    isSelecting ? ['*'] : named,
  );
}

function madeBy(
  spec: unknown,
  own: string,
  namespaces: readonly (string | undefined)[],
): readonly MadeConfiguration[] {
  const policy = textAt(spec, 'target', 'creationPolicy');
  if (policy === 'None') return [];
  const kind = textAt(spec, 'target', 'manifest', 'kind') ?? 'Secret';
  if (kind !== 'Secret' && kind !== 'ConfigMap') return [];
  const made = {
    kind,
    name: textAt(spec, 'target', 'name') || own,
    keys: keysOf(spec),
    ...(policy === 'Merge' ? { adds: true as const } : {}),
  } as const;
  const isSpread = isCopied(fieldAt(spec, 'target', 'template'));
  return (isSpread ? ['*'] : namespaces).map((namespace) => ({ ...made, namespace }));
}

/** A template replaces what was read, unless it merges or says nothing of data. */
function keysOf(spec: unknown): readonly string[] | undefined {
  const template = recordAt(spec, 'target', 'template');
  if (listAt(template, 'templateFrom').length > 0) return undefined;
  const templated = Object.keys(recordAt(template, 'data'));
  if (templated.length > 0 && textAt(template, 'mergePolicy') !== 'Merge') return templated;
  if (listAt(spec, 'dataFrom').length > 0) return undefined;
  const read = listAt(spec, 'data').flatMap((entry) => textAt(entry, 'secretKey') ?? []);
  return [...read, ...templated];
}
