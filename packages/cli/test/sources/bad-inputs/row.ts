/** A bad input of section 4 of the facts about validation, as that table gives it, and what is said of it. */
export interface Row {
  /** Its number in the table. */
  readonly row: number;
  /** Tells the inputs of one row apart. */
  readonly input: string;
  /** By path below a folder of its own. Where there is no kustomization.yaml, one lists all of them. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** Findings as `CODE severity file:line:column [pointer ]sentence`; none: the input is good. */
  readonly says: readonly string[];
}

/** The name of an object that is nobody else's, so that no row is in another's way. */
export const own = 'NAME';

/** A ConfigMap; what is given begins in line 5. */
export function configMap(rest: string, name: string = own): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n${rest}`;
}

/** A Deployment that nothing is wrong with; `more` is added to its spec, in line 6. */
export function deployment(more = '', container = ''): string {
  return (
    `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: ${own}\nspec:\n${more}` +
    `  selector:\n    matchLabels: {app: ${own}}\n  template:\n    metadata:\n      labels: {app: ${own}}\n` +
    `    spec:\n      containers:\n        - name: app\n          image: registry.example/app:1.0.0\n${container}`
  );
}

/** What makes Flux apply the folder `app`; `more` is added to its spec. */
export function appliedByFlux(more = ''): Row['files'] {
  return {
    'sync.yaml':
      `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata:\n  name: ${own}\n  namespace: flux-system\n` +
      `spec:\n  interval: 10m\n  prune: true\n  path: ./${own}/app\n  targetNamespace: default\n` +
      `  sourceRef: {kind: GitRepository, name: flux-system}\n${more}`,
  };
}
