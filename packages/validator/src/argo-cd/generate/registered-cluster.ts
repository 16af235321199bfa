import { fieldAt, recordAt, textAt } from '../../json/fields.ts';
import type { LocatedObject } from '../../rendered/located-object.ts';

/** A cluster that an Argo CD knows, by a Secret. */
export interface RegisteredCluster {
  /** Empty where the Secret has none. */
  readonly name: string;
  /** Address of the API server; empty where the Secret has none. */
  readonly server: string;
  /** The only project that may use it. */
  readonly project?: string;
  /** The namespaces that Argo CD may use there; absent: all. */
  readonly namespaces?: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** The Secret. */
  readonly secret: LocatedObject;
}

/**
 * The clusters that Secrets among these objects register. A Secret that an operator fills (an ExternalSecret, a
 * SealedSecret) is not a registration that can be read.
 */
export function clustersRegisteredBy(objects: Iterable<LocatedObject>): readonly RegisteredCluster[] {
  const clusters: RegisteredCluster[] = [];
  for (const located of objects) {
    const { object } = located;
    if (object?.kind !== 'Secret' || object.apiVersion !== 'v1') continue;
    const labels = textsAt(object, 'metadata', 'labels');
    if (labels['argocd.argoproj.io/secret-type'] !== 'cluster') continue;
    const project = dataOf(object, 'project');
    const namespaces = dataOf(object, 'namespaces');
    clusters.push({
      name: dataOf(object, 'name') ?? '',
      server: (dataOf(object, 'server') ?? '').replace(/\/+$/, ''),
      ...(project === undefined ? {} : { project }),
      ...(namespaces === undefined || namespaces === ''
        ? {}
        : { namespaces: namespaces.split(',').map((each) => each.trim()) }),
      labels,
      annotations: textsAt(object, 'metadata', 'annotations'),
      secret: located,
    });
  }
  return clusters.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function dataOf(secret: unknown, key: string): string | undefined {
  const plain = fieldAt(secret, 'stringData', key);
  if (typeof plain === 'string') return plain;
  const encoded = textAt(secret, 'data', key);
  return encoded === undefined ? undefined : Buffer.from(encoded, 'base64').toString();
}

function textsAt(object: unknown, ...path: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(recordAt(object, ...path)).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}
