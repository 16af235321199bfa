import { fieldAt, listAt, textAt } from '../../json/fields.ts';
import { isRecord } from '../../json/is-record.ts';
import { containersOf, type PodSpec } from '../../rendered/pod-spec.ts';
import type { ConfigurationKind } from './made-configuration.ts';

/** A place where an object reads a ConfigMap or Secret of its own namespace. */
export interface ConfigurationReference {
  readonly kind: ConfigurationKind;
  readonly name: string;
  /** Where it says the name: a JSON pointer into the object. */
  readonly field: string;
  readonly isOptional: boolean;
  /** The keys that it needs, each with its JSON pointer. */
  readonly keys: readonly { readonly key: string; readonly field: string }[];
}

/** Every ConfigMap and Secret that the pods of a spec read: environment, volumes, and credentials of registries and storage. */
export function podReferences(pod: PodSpec): readonly ConfigurationReference[] {
  return [
    ...containersOf(pod).flatMap(({ container, pointer }) => [
      ...each(container, 'env', pointer).flatMap(([variable, field]) =>
        kinds.flatMap((kind) => {
          const path = kind === 'Secret' ? 'secretKeyRef' : 'configMapKeyRef';
          return reference(kind, fieldAt(variable, 'valueFrom', path), `${field}/valueFrom/${path}`);
        }),
      ),
      ...each(container, 'envFrom', pointer).flatMap(([source, field]) => [
        ...reference('ConfigMap', fieldAt(source, 'configMapRef'), `${field}/configMapRef`),
        ...reference('Secret', fieldAt(source, 'secretRef'), `${field}/secretRef`),
      ]),
    ]),
    ...each(pod.spec, 'volumes', pod.pointer).flatMap(([volume, field]) => volumeReferences(volume, field)),
    ...each(pod.spec, 'imagePullSecrets', pod.pointer).flatMap(([one, field]) =>
      reference('Secret', one, field),
    ),
  ];
}

const kinds: readonly ConfigurationKind[] = ['ConfigMap', 'Secret'];

function volumeReferences(volume: unknown, field: string): readonly ConfigurationReference[] {
  return [
    ...reference('ConfigMap', fieldAt(volume, 'configMap'), `${field}/configMap`),
    ...reference('Secret', fieldAt(volume, 'secret'), `${field}/secret`, 'secretName'),
    ...reference('Secret', fieldAt(volume, 'azureFile'), `${field}/azureFile`, 'secretName'),
    ...reference(
      'Secret',
      fieldAt(volume, 'csi', 'nodePublishSecretRef'),
      `${field}/csi/nodePublishSecretRef`,
    ),
    ...['cephfs', 'rbd', 'iscsi', 'flexVolume', 'scaleIO', 'storageos'].flatMap((driver) =>
      reference('Secret', fieldAt(volume, driver, 'secretRef'), `${field}/${driver}/secretRef`),
    ),
    ...each(fieldAt(volume, 'projected'), 'sources', `${field}/projected`).flatMap(([source, at]) => [
      ...reference('ConfigMap', fieldAt(source, 'configMap'), `${at}/configMap`),
      ...reference('Secret', fieldAt(source, 'secret'), `${at}/secret`),
    ]),
  ];
}

/** The reference that a value holds; none where it has no name. */
export function reference(
  kind: ConfigurationKind,
  value: unknown,
  at: string,
  nameField = 'name',
): readonly ConfigurationReference[] {
  const name = textAt(value, nameField);
  if (!isRecord(value) || !name) return [];
  const key = textAt(value, 'key');
  const keys = [
    ...(key === undefined ? [] : [{ key, field: `${at}/key` }]),
    ...each(value, 'items', at).flatMap(([item, field]) => {
      const wanted = textAt(item, 'key');
      return wanted === undefined ? [] : [{ key: wanted, field: `${field}/key` }];
    }),
  ];
  return [{ kind, name, field: `${at}/${nameField}`, isOptional: value['optional'] === true, keys }];
}

/** The members of a list, each with its JSON pointer. */
export function each(value: unknown, list: string, at: string): readonly (readonly [unknown, string])[] {
  return listAt(value, list).map((member, index) => [member, `${at}/${list}/${index}`] as const);
}
