import { fileURLToPath } from 'node:url';

export type RecipeName = 'kustomize-builder' | 'kubeconform' | 'helm' | 'kustomize';

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

const folderOf = (name: RecipeName): string => fileURLToPath(new URL(`../${name}`, import.meta.url));

const kustomizeVersion = 'v5.8.1';
const helmVersion = 'v3.19.5';

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
    version: 'v0.8.0',
    folder: folderOf('kubeconform'),
    target: 'wasip1',
    package: '.',
    overlay: true,
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
};
