import type { KubernetesObject } from '../../objects/kubernetes-object.ts';

/** What the `resources:` of a kustomization bring, and what kustomize remembers about it. */
export interface Build {
  readonly objects: readonly KubernetesObject[];
  /** Those that come from a folder of the author's: kustomize may still know them by other names, and holds unknown parts of them once. */
  readonly foreign: ReadonlySet<KubernetesObject>;
  /** Keys of labels that kustomize holds once for several places of an object: see `sharesChangedLabel`. */
  readonly sharedLabels: ReadonlySet<string>;
  /** Namespaces that an object had before a JSON patch or `namespace:` changed it. */
  readonly formerNamespaces: FormerNamespaces;
}

export type FormerNamespaces = ReadonlyMap<KubernetesObject, readonly (string | undefined)[]>;

/** Ten characters of the alphabet that kustomize hashes the content of a generated ConfigMap or Secret into. */
const hashSuffix = /-[2456789bcdfghkmt]{10}$/;

/** The name that an object has while patches run: kustomize adds the hash of a generated one at the very end. */
export function nameInBuild(object: KubernetesObject, build: Build): string {
  const { name } = object.metadata;
  const mayBeGenerated =
    build.foreign.has(object) && (object.kind === 'ConfigMap' || object.kind === 'Secret');
  return mayBeGenerated ? name.replace(hashSuffix, '') : name;
}

/** Namespaces that kustomize may still find an object by; one from the author's folder may have had none there. */
export function formerNamespacesOf(object: KubernetesObject, build: Build): readonly (string | undefined)[] {
  const known = build.formerNamespaces.get(object) ?? [];
  return build.foreign.has(object) ? [undefined, ...known] : known;
}
