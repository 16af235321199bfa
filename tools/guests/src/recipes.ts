import { fileURLToPath } from 'node:url';

export type RecipeName =
  | 'kustomize-builder'
  | 'kubeconform'
  | 'rego-compiler'
  | 'api-validation'
  | 'helm'
  | 'kustomize'
  | 'kubeconform-native'
  | 'gator';

/** How one engine is built from a Go module of this package. Plain data; `seatrial prepare` carries it out. */
export interface Recipe {
  readonly name: RecipeName;
  /** The version of the engine inside, as people know it. */
  readonly version: string;
  /** Absolute path of the folder with `go.mod` and `go.sum`. */
  readonly folder: string;
  /** `native` for this machine, `wasip1` for a WebAssembly guest. */
  readonly target: 'native' | 'wasip1';
  /** The package to build, as `go build` takes it inside the folder. */
  readonly package: string;
  /** Whether the Go runtime is patched on the way, so that a guest does not hang in `poll_oneoff`. */
  readonly overlay: boolean;
  /** Values that the linker sets: Go variable to text. */
  readonly variables: Readonly<Record<string, string>>;
}

const folderOf = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));

const kustomizeVersion = 'v5.8.1';
const kubeconformVersion = 'v0.8.0';
const helmVersion = 'v3.19.5';
const gatekeeperVersion = 'v3.23.1';

export const recipes: Readonly<Record<RecipeName, Recipe>> = {
  'kustomize-builder': {
    name: 'kustomize-builder',
    version: kustomizeVersion,
    folder: folderOf('kustomize-builder'),
    target: 'native',
    package: '.',
    overlay: false,
    variables: { 'sigs.k8s.io/kustomize/api/provenance.version': kustomizeVersion },
  },
  kubeconform: {
    name: 'kubeconform',
    version: kubeconformVersion,
    folder: folderOf('kubeconform'),
    target: 'wasip1',
    package: '.',
    overlay: true,
    variables: {},
  },
  'rego-compiler': {
    name: 'rego-compiler',
    version: 'v1.22.0',
    folder: folderOf('rego-compiler'),
    target: 'native',
    package: '.',
    overlay: false,
    variables: {},
  },
  helm: {
    name: 'helm',
    version: helmVersion,
    folder: folderOf('helm'),
    target: 'native',
    package: 'helm.sh/helm/v3/cmd/helm',
    overlay: false,
    variables: { 'helm.sh/helm/v3/internal/version.version': helmVersion },
  },
  kustomize: {
    name: 'kustomize',
    version: kustomizeVersion,
    folder: folderOf('kustomize'),
    target: 'native',
    package: 'sigs.k8s.io/kustomize/kustomize/v5',
    overlay: false,
    variables: {},
  },
  'kubeconform-native': {
    name: 'kubeconform-native',
    version: kubeconformVersion,
    folder: folderOf('kubeconform-native'),
    target: 'native',
    package: 'github.com/yannh/kubeconform/cmd/kubeconform',
    overlay: false,
    variables: {},
  },
  'api-validation': {
    name: 'api-validation',
    version: 'v1.34.2',
    folder: folderOf('api-validation'),
    target: 'native',
    package: '.',
    overlay: false,
    variables: {},
  },
  gator: {
    name: 'gator',
    version: gatekeeperVersion,
    folder: folderOf('gator'),
    target: 'native',
    package: 'github.com/open-policy-agent/gatekeeper/v3/cmd/gator',
    overlay: false,
    variables: { 'github.com/open-policy-agent/gatekeeper/v3/pkg/version.Version': gatekeeperVersion },
  },
};
