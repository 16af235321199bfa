import { folderOf } from './folder-of.ts';
import { localPrograms, type LocalProgramName } from './local-programs.ts';
import type { Recipe } from './recipe.ts';

export type RecipeName =
  | 'kustomize-builder'
  | 'kubeconform'
  | 'rego-compiler'
  | 'api-validation'
  | 'helm'
  | 'kustomize'
  | 'kubeconform-native'
  | 'gator'
  | LocalProgramName;

const kustomizeVersion = 'v5.8.1';
const kubeconformVersion = 'v0.8.0';
const helmVersion = 'v3.19.5';
const gatekeeperVersion = 'v3.23.1';

export const recipes: Readonly<Record<RecipeName, Recipe>> = {
  ...localPrograms,
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
