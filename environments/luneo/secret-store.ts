import { defineObject } from '@seatrial/compiler';
import type { IServiceAccount } from 'kubernetes-models/v1/ServiceAccount';

/** Name of the SecretStore in each namespace that needs secrets. */
export const secretStore = 'aws-secrets-manager';
const account = 'external-secrets-controller';

/**
 * A SecretStore on AWS Secrets Manager and the ServiceAccount that it signs in with: External Secrets asks for a JWT
 * of that account, and IAM trades it for a role (IRSA). A store and a role for each namespace, so that none reads
 * another's secrets.
 */
export const secretStoreObjects = {
  [account]: defineObject<IServiceAccount>({
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { annotations: { 'argocd.argoproj.io/sync-wave': '-3' } },
    automountServiceAccountToken: false,
  }),
  [secretStore]: defineObject({
    apiVersion: 'external-secrets.io/v1',
    kind: 'SecretStore',
    metadata: { annotations: { 'argocd.argoproj.io/sync-wave': '-2' } },
    spec: {
      provider: {
        aws: { service: 'SecretsManager', auth: { jwt: { serviceAccountRef: { name: account } } } },
      },
    },
  }),
};

/** ExternalSecrets come after the store and before the pods that wait for their Secrets. */
export const externalSecretWave = -1;

/** What a region adds to the two objects. */
export function secretStoreIn(region: string, roleArn: string) {
  return {
    [account]: { metadata: { annotations: { 'eks.amazonaws.com/role-arn': roleArn } } },
    [secretStore]: { spec: { provider: { aws: { region } } } },
  };
}
