import { folderOf } from './folder-of.ts';
import type { Recipe } from './recipe.ts';

/** Kubernetes versions whose control plane can be built here, by minor version, oldest first. */
const kubernetesVersions = { '1.29': '1.29.15', '1.34': '1.34.4' } as const;
const controlPlane = ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler'] as const;

type Minor = keyof typeof kubernetesVersions;
type ControlPlaneName = `${(typeof controlPlane)[number]}-${Minor}`;

/** Minor versions of Kubernetes that the local provider can start, oldest first. */
export const kubernetesMinors = Object.keys(kubernetesVersions) as readonly Minor[];

export type LocalProgramName =
  ControlPlaneName | 'etcd' | 'kwok' | 'argocd' | 'gatekeeper' | 'external-secrets' | 'miniredis' | 'probe';

const argoCdVersion = '3.4.2';
const gatekeeperVersion = 'v3.23.1';

/** What a rehearsal starts, as far as nothing else needs it. The seconds were measured in about this order. */
export const localPrograms: Readonly<Record<LocalProgramName, Recipe>> = {
  ...controlPlaneOf('1.29', [234, 47, 4]),
  ...controlPlaneOf('1.34', [164, 53, 5]),
  etcd: program({
    name: 'etcd',
    version: 'v3.7.3',
    package: 'go.etcd.io/etcd/server/v3',
    seconds: 18,
  }),
  kwok: program({
    name: 'kwok',
    version: 'v0.8.0',
    package: 'sigs.k8s.io/kwok/cmd/kwok',
    files: { module: 'sigs.k8s.io/kwok', paths: ['kustomize/stage'] },
    seconds: 64,
  }),
  argocd: program({
    name: 'argocd',
    version: `v${argoCdVersion}`,
    package: 'github.com/argoproj/argo-cd/v3/cmd',
    variables: { 'github.com/argoproj/argo-cd/v3/common.version': argoCdVersion },
    files: {
      module: 'github.com/argoproj/argo-cd/v3',
      paths: ['manifests/crds', 'manifests/install.yaml'],
    },
    seconds: 240,
  }),
  gatekeeper: program({
    name: 'gatekeeper',
    version: gatekeeperVersion,
    package: 'github.com/open-policy-agent/gatekeeper/v3',
    variables: { 'github.com/open-policy-agent/gatekeeper/v3/pkg/version.Version': gatekeeperVersion },
    files: { module: 'github.com/open-policy-agent/gatekeeper/v3', paths: ['charts/gatekeeper/crds'] },
    seconds: 25,
  }),
  'external-secrets': program({
    name: 'external-secrets',
    version: 'v0.19.2',
    package: 'github.com/external-secrets/external-secrets',
    files: { module: 'github.com/external-secrets/external-secrets', paths: ['config/crds/bases'] },
    seconds: 230,
  }),
  miniredis: program({ name: 'miniredis', version: 'v2.40.0', package: '.' }),
  // The whole content of an image, which has no C library.
  probe: {
    name: 'probe',
    version: 'v1.0.0',
    folder: folderOf('probe'),
    target: 'native',
    package: '.',
    overlay: false,
    variables: {},
  },
};

/** The three programs of one minor version; they share most packages, so that the first one takes the time. */
function controlPlaneOf<M extends Minor>(
  minor: M,
  seconds: readonly [number, number, number],
): Record<`${(typeof controlPlane)[number]}-${M}`, Recipe> {
  const version = `v${kubernetesVersions[minor]}`;
  const recipes = controlPlane.map((name, index) =>
    program({
      name: `${name}-${minor}`,
      version,
      folder: `kubernetes-${minor}`,
      package: `k8s.io/kubernetes/cmd/${name}`,
      variables: versionVariables(version, minor),
      seconds: seconds[index] ?? 0,
    }),
  );
  return Object.fromEntries(recipes.map((recipe) => [recipe.name, recipe])) as Record<
    `${(typeof controlPlane)[number]}-${M}`,
    Recipe
  >;
}

/** Without them an API server says that it is `v0.0.0-master`, and clients refuse it. */
function versionVariables(version: string, minor: string): Readonly<Record<string, string>> {
  const [majorNumber = '', minorNumber = ''] = minor.split('.');
  return {
    'k8s.io/component-base/version.gitVersion': version,
    'k8s.io/component-base/version.gitMajor': majorNumber,
    'k8s.io/component-base/version.gitMinor': minorNumber,
  };
}

function program({
  folder,
  ...recipe
}: Pick<Recipe, 'name' | 'version' | 'package'> &
  Partial<Pick<Recipe, 'folder' | 'variables' | 'files' | 'seconds'>>): Recipe {
  return {
    target: 'native',
    overlay: false,
    variables: {},
    shared: true,
    ...recipe,
    folder: folderOf(folder ?? recipe.name),
  };
}
