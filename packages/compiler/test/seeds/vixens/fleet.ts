import { defineFleet, type Chart } from '@seatrial/compiler';

/** Seed 003: four Talos clusters, each with its own Argo CD that follows the branch of its environment. */
export default defineFleet({
  name: 'vixens',
  repository: 'https://git.example/charchess/vixens.git',
  engine: 'argo-cd',

  // "Mapping Branches ↔ Clusters": a branch for each environment; prod syncs by hand.
  environments: {
    dev: { branch: 'dev' },
    test: { branch: 'test' },
    staging: { branch: 'staging' },
    prod: { branch: 'main', sync: { automated: false } },
  },

  // "Root Application" for each cluster: no hub, so each has an Argo CD whose root follows its own branch.
  clusters: {
    dev: { kubernetes: '1.34', environments: ['dev'] },
    test: { kubernetes: '1.34', environments: ['test'] },
    staging: { kubernetes: '1.34', environments: ['staging'] },
    prod: { kubernetes: '1.34', environments: ['prod'] },
  },
  ingress: 'traefik',

  // "syncPolicy": prune, selfHeal, CreateNamespace=true; the finalizer is there unless preserveOnDeletion is set.
  sync: { automated: true, prune: true, selfHeal: true, createNamespace: true },

  applications: {
    // "Phase 2: ArgoCD self-management", `argocd-install.yaml` by Helm. Its ConfigMap is the root's, which writes the
    // health check for Applications there that the sync order below needs: two owners would overwrite each other.
    'argo-cd': {
      namespace: 'argocd',
      sync: { serverSideApply: true, preserveOnDeletion: true },
      charts: {
        'argo-cd': {
          ...helm('9.1.4', ['argoproj.io']),
          release: 'argocd',
          values: { configs: { cm: { create: false } } },
        },
      },
    },

    // "Sync Waves" 0: cert-manager and metallb wait for nothing.
    'cert-manager': {
      charts: {
        'cert-manager': {
          ...helm('v1.19.1', ['cert-manager.io', 'acme.cert-manager.io']),
          namespaces: ['kube-system'],
          values: { crds: { enabled: true } },
        },
      },
    },

    // "Exemple: MetalLB": Helm chart and native manifests, a pool for the VLAN of each environment (208, 209;
    // those of staging and prod are not in the seed).
    metallb: {
      namespace: 'metallb-system',
      charts: { metallb: helm('0.15.2', ['metallb.io']) },
      objects: {
        'assigned-pool': {
          apiVersion: 'metallb.io/v1beta1',
          kind: 'IPAddressPool',
          spec: { addresses: ['192.168.208.70-192.168.208.79'] },
        },
      },
      perEnvironment: {
        test: { objects: { 'assigned-pool': { spec: { addresses: ['192.168.209.70-192.168.209.79'] } } } },
        staging: { objects: { 'assigned-pool': { spec: { addresses: ['192.168.210.70-192.168.210.79'] } } } },
        prod: { objects: { 'assigned-pool': { spec: { addresses: ['192.168.201.70-192.168.201.79'] } } } },
      },
      // "Sync Loop (selfHeal en boucle)": the controller writes the pool's status.
      sync: {
        ignoreDifferences: {
          pool: { group: 'metallb.io', kind: 'IPAddressPool', jsonPointers: ['/status'] },
        },
      },
    },

    // "Sync Waves" 1: traefik needs the addresses of MetalLB; "enable access logs" changes the overlay of dev only.
    traefik: {
      after: ['metallb'],
      charts: {
        traefik: {
          ...helm('37.3.0', ['traefik.io']),
          values: { service: { type: 'LoadBalancer' }, logs: { access: { enabled: false } } },
        },
      },
      perEnvironment: { dev: { charts: { traefik: { values: { logs: { access: { enabled: true } } } } } } },
    },

    // "Sync Waves" 1, "aucune dépendance apps": the wave is all that the seed asks for, so it waits for wave 0.
    'synology-csi': {
      after: ['cert-manager', 'metallb'],
      charts: { 'synology-csi': { repository: 'https://charts.example', version: '0.10.1' } },
    },

    // "Sync Waves" 2: authelia's middleware is a resource of traefik.
    authelia: {
      after: ['traefik'],
      workloads: {
        authelia: {
          image: 'registry.example/authelia/authelia:4.39.13',
          port: 9091,
          ingress: 'auth.vixens.example',
        },
      },
      objects: {
        'forward-auth': {
          apiVersion: 'traefik.io/v1alpha1',
          kind: 'Middleware',
          spec: {
            forwardAuth: { address: 'http://authelia/api/authz/forward-auth', trustForwardHeader: true },
          },
        },
      },
      perEnvironment: {
        dev: { workloads: { authelia: { ingress: 'auth.dev.vixens.example' } } },
        test: { workloads: { authelia: { ingress: 'auth.test.vixens.example' } } },
        staging: { workloads: { authelia: { ingress: 'auth.staging.vixens.example' } } },
      },
    },

    // "Sync Waves" 2: monitoring depends on services (ServiceMonitor), whose definitions it brings itself.
    monitoring: {
      after: ['traefik', 'synology-csi'],
      // Its definitions are too large for client-side apply.
      sync: { serverSideApply: true },
      charts: {
        'kube-prometheus-stack': {
          ...helm('79.5.0', ['monitoring.coreos.com']),
          namespaces: ['kube-system'],
        },
      },
      objects: {
        traefik: {
          apiVersion: 'monitoring.coreos.com/v1',
          kind: 'ServiceMonitor',
          spec: {
            namespaceSelector: { matchNames: ['traefik'] },
            selector: { matchLabels: { 'app.kubernetes.io/name': 'traefik' } },
            endpoints: [{ port: 'metrics' }],
          },
        },
      },
    },
  },
});

/** A chart that brings the definitions of these API groups. */
function helm(version: string, groups: string[]): Chart {
  return { repository: 'https://charts.example', version, definitions: { groups } };
}
