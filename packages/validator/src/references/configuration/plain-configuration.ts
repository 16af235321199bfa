import { recordAt, textAt } from '../../json/fields.ts';
import { kindOf, nameOf, namespaceOf } from '../lookup/identity.ts';
import type { LocatedObject } from '../../rendered/located-object.ts';
import type { MadeConfiguration } from './made-configuration.ts';

/** A ConfigMap or Secret as it stands. */
export function plainConfiguration(located: LocatedObject): readonly MadeConfiguration[] {
  const { object } = located;
  const name = nameOf(located);
  const kind = kindOf(located) === '/ConfigMap' ? 'ConfigMap' : kindOf(located) === '/Secret' && 'Secret';
  if (name === undefined || kind === false) return [];
  const own = { kind, name, keys: keysOf(object) } as const;
  const namespace = isCopied(object) ? '*' : namespaceOf(located);
  return [{ ...own, namespace }];
}

/** An empty one is a vessel that something else fills; tokens and injected bundles are filled by Kubernetes or OpenShift. */
function keysOf(object: LocatedObject['object']): readonly string[] | undefined {
  const fields = object.kind === 'Secret' ? ['data', 'stringData'] : ['data', 'binaryData'];
  const keys = fields.flatMap((field) => Object.keys(recordAt(object, field)));
  const isInjected = Object.keys(recordAt(object, 'metadata', 'annotations'))
    .concat(Object.keys(recordAt(object, 'metadata', 'labels')))
    .some((name) => /inject|replicate-from|reflects$/.test(name));
  if (keys.length === 0 || isInjected) return undefined;
  return textAt(object, 'type') === 'kubernetes.io/service-account-token' ? undefined : keys;
}

/** Reflector, replicator and the like copy what carries their annotation into other namespaces. */
export function isCopied(object: unknown): boolean {
  return Object.keys({
    ...recordAt(object, 'metadata', 'annotations'),
    ...recordAt(object, 'metadata', 'labels'),
  }).some((name) => /^(reflector\.|replicator\.|kubed\.|config-syncer|.*\bkyverno.*clone)/.test(name));
}
