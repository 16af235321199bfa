import { defineApplication } from '@seatrial/compiler';
import { clusters } from '../clusters.ts';
import { hubPlace } from '../places.ts';
import { secretStoreIn, secretStoreObjects } from '../secret-store.ts';

/** What Argo CD's own ExternalSecrets (repositories, notifications; see ../argo-cd.ts) read from. */
export const argoCdSecrets = defineApplication(clusters, {
  namespace: 'argocd',
  on: { roles: ['hub'] },
  after: ['external-secrets'],
  objects: secretStoreObjects,
  perCluster: { hub: { objects: secretStoreIn(hubPlace.region, hubPlace.argo_cd_secrets_role_arn) } },
});
