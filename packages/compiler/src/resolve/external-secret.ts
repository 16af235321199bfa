import type { ExternalSecret } from '../model/external-secret.ts';
import { compact } from './compact.ts';
import type { Draft } from './context.ts';

/** A store by its short or its long form. */
export function storeReference(store: ExternalSecret['store']): {
  name: string;
  kind: 'SecretStore' | 'ClusterSecretStore';
} {
  return typeof store === 'string' ? { name: store, kind: 'SecretStore' } : store;
}

/** What the API server fills in, inside lists that Argo CD compares as a whole: left out, the object never is in sync. */
const serverDefaults = { conversionStrategy: 'Default', decodingStrategy: 'None', metadataPolicy: 'None' };

export const defaultRefreshInterval = '1h';

export function externalSecretObjects(component: string, secret: ExternalSecret): Draft[] {
  const keys = Object.entries(secret.keys ?? {});
  return [
    {
      component,
      path: ['externalSecrets', component],
      ...(secret.wave === undefined ? {} : { wave: secret.wave }),
      object: {
        apiVersion: 'external-secrets.io/v1',
        kind: 'ExternalSecret',
        metadata: { name: component },
        spec: compact({
          refreshInterval: secret.refreshInterval ?? defaultRefreshInterval,
          secretStoreRef: storeReference(secret.store),
          target: { name: secret.secret ?? component },
          dataFrom: keys.length === 0 ? [{ extract: { key: secret.from, ...serverDefaults } }] : undefined,
          data: keys.map(([secretKey, property]) => ({
            secretKey,
            remoteRef: { key: secret.from, property, ...serverDefaults },
          })),
        }),
      },
    },
  ];
}
