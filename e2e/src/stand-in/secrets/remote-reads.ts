import { argoCdObjects, type KubernetesObject, type ResolvedFleet } from '@seatrial/compiler';
import { asRecord, asRecords, type JsonRecord } from '../json.ts';
import { secretKeysOfPods, type SecretKeys } from './secret-keys-of-pods.ts';

/** What an ExternalSecret reads of a store. */
export interface RemoteRead {
  /** Name of the SecretStore or ClusterSecretStore. */
  readonly store: string;
  readonly key: string;
  readonly version?: string;
  /** A path inside the value, in gjson's form; absent: the whole of it. */
  readonly property?: string;
  /** The value has to be a JSON object: its fields become keys of the Secret. */
  readonly isMap: boolean;
  /** The value is decoded before it is used. */
  readonly isBase64: boolean;
  /** The key of the Secret that it becomes, where it is one. */
  readonly secretKey?: string;
  /** Keys of the Secret that pods name: where a whole value is read, it has these fields. */
  readonly wanted: readonly string[];
  /** The Secret holds credentials of a repository, for Argo CD. */
  readonly isRepository: boolean;
}

/** Everything that the ExternalSecrets of a fleet read, those of Argo CD itself among them. */
export function remoteReads(fleet: ResolvedFleet): RemoteRead[] {
  const objects = [
    ...fleet.placements.flatMap((placement) => placement.objects),
    ...fleet.applications.flatMap(({ base }) => base),
    ...argoCdObjects(fleet),
  ].map(({ object }) => object);
  const wanted = secretKeysOfPods(objects);
  return objects.flatMap((object) => readsOf(object, wanted));
}

function readsOf(object: KubernetesObject, wanted: SecretKeys): RemoteRead[] {
  if (!object.apiVersion.startsWith('external-secrets.io/')) return [];
  const spec = asRecord(object['spec']);
  const { name } = object.metadata;
  if (object.kind === 'ExternalSecret') return readsOfSpec(name, spec, wanted);
  if (object.kind !== 'ClusterExternalSecret') return [];
  return readsOfSpec(
    String(spec['externalSecretName'] ?? name),
    asRecord(spec['externalSecretSpec']),
    wanted,
  );
}

function readsOfSpec(name: string, spec: JsonRecord, wanted: SecretKeys): RemoteRead[] {
  const target = asRecord(spec['target'])['name'];
  const keys = wanted.get(typeof target === 'string' ? target : name) ?? [];
  const isRepository = holdsRepository(spec);
  const own = storeName(spec['secretStoreRef']);
  const read = (entry: JsonRecord, reference: JsonRecord, isMap: boolean): RemoteRead[] => {
    const store = storeName(asRecord(entry['sourceRef'])['storeRef']) ?? own;
    const { key, version, property, decodingStrategy } = reference;
    if (store === undefined || typeof key !== 'string') return [];
    return [
      {
        store,
        key,
        ...(typeof version === 'string' && version !== '' ? { version } : {}),
        ...(typeof property === 'string' && property !== '' ? { property } : {}),
        isMap,
        isBase64: decodingStrategy === 'Base64' || decodingStrategy === 'Base64URL',
        ...(typeof entry['secretKey'] === 'string' ? { secretKey: entry['secretKey'] } : {}),
        wanted: keys,
        isRepository,
      },
    ];
  };
  return [
    ...asRecords(spec['data']).flatMap((entry) => read(entry, asRecord(entry['remoteRef']), false)),
    ...asRecords(spec['dataFrom']).flatMap((entry) => read(entry, asRecord(entry['extract']), true)),
  ];
}

function storeName(reference: unknown): string | undefined {
  const { name } = asRecord(reference);
  return typeof name === 'string' ? name : undefined;
}

function holdsRepository(spec: JsonRecord): boolean {
  const template = asRecord(asRecord(spec['target'])['template']);
  const type = asRecord(asRecord(template['metadata'])['labels'])['argocd.argoproj.io/secret-type'];
  return type === 'repository' || type === 'repo-creds';
}
