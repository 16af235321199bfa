import { defineArgoCd } from '@seatrial/compiler';

/** Where Argo CD's own secrets come from: the store that applications/argo-cd-secrets.ts makes beside it. */
const store = 'aws-secrets-manager';

export const argoCd = defineArgoCd({
  namespace: 'argocd',
  applicationSets: {
    luneo: {
      generator: 'list',
      applications: ['luneo', 'observability'],
      // A mistake in the list must not empty two clusters.
      preserveResourcesOnDeletion: true,
    },
  },
  notifications: {
    secret: { store, from: '/luneo/argocd/notifications' },
    slack: { channel: 'sre' },
    teams: { recipient: 'sre' },
    on: ['deployed', 'health-degraded', 'sync-failed'],
  },
  // `argocd repo add` gives Argo CD the first credential by hand; from then on the store keeps it.
  repositories: {
    'luneo-platform': {
      url: 'https://git.luneo.app/luneo/luneo-platform.git',
      credentials: { store, from: '/luneo/argocd/luneo-platform' },
    },
    'platform-helm': {
      url: 'https://git.luneo.app/luneo/platform-helm.git',
      credentials: { store, from: '/luneo/argocd/platform-helm' },
    },
  },
});
