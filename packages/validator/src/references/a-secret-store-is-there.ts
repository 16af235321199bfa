import type { ClusterCheck } from '../check/check.ts';
import { fieldAt, listAt, textAt } from '../json/fields.ts';
import type { LocatedObject } from '../rendered/located-object.ts';
import { checkThere } from './lookup/check-there.ts';
import { kindOf, namespaceOf } from './lookup/identity.ts';

export const aSecretStoreIsThere: ClusterCheck = {
  rule: 'The store that an ExternalSecret reads from is there',
  explanation: {
    code: 'SEA3413',
    title: 'A SecretStore or ClusterSecretStore is missing',
    meaning:
      'An ExternalSecret or PushSecret names a store that does not exist. It never gets ready, its Secret is never made, and the pods that read the Secret wait.',
    fix: 'Correct the name or the kind: a SecretStore (the default) is looked for in the same namespace, a ClusterSecretStore is for all of them.',
  },
  run(cluster, say) {
    for (const [kind, path] of Object.entries(specOf))
      for (const by of cluster.ofKind('external-secrets.io', kind)) {
        const told = new Set<string>();
        for (const { value, field } of storesOf(by, path)) {
          const name = textAt(value, 'name');
          const storeKind = textAt(value, 'kind') || 'SecretStore';
          if (!name || told.has(`${storeKind} ${name}`)) continue;
          if (storeKind !== 'SecretStore' && storeKind !== 'ClusterSecretStore') continue;
          told.add(`${storeKind} ${name}`);
          // A ClusterExternalSecret makes its ExternalSecrets in other namespaces.
          const isElsewhere = storeKind === 'ClusterSecretStore' || kindOf(by).includes('Cluster');
          if (storeKind === 'SecretStore' && isElsewhere) continue;
          checkThere(cluster, say, {
            by,
            field,
            group: 'external-secrets.io',
            kind: storeKind,
            namespace: isElsewhere ? undefined : namespaceOf(by),
            name,
            verb: 'reads from',
            hint: `Add the ${storeKind}, or name one that there is.`,
          });
        }
      }
  },
};

const specOf: Readonly<Record<string, readonly string[]>> = {
  ClusterExternalSecret: ['spec', 'externalSecretSpec'],
  ExternalSecret: ['spec'],
  PushSecret: ['spec'],
};

interface StoreReference {
  readonly value: unknown;
  readonly field: string;
}

function storesOf({ object }: LocatedObject, path: readonly string[]): readonly StoreReference[] {
  const spec = fieldAt(object, ...path);
  const at = `/${path.join('/')}`;
  const inEntries = ['data', 'dataFrom'].flatMap((list) =>
    listAt(spec, list).map((entry, index) => ({
      value: fieldAt(entry, 'sourceRef', 'storeRef'),
      field: `${at}/${list}/${index}/sourceRef/storeRef/name`,
    })),
  );
  const pushed = listAt(spec, 'secretStoreRefs').map((value, index) => ({
    value,
    field: `${at}/secretStoreRefs/${index}/name`,
  }));
  return [
    { value: fieldAt(spec, 'secretStoreRef'), field: `${at}/secretStoreRef/name` },
    ...inEntries,
    ...pushed,
  ];
}
