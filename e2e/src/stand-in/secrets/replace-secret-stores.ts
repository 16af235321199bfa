import type { KubernetesObject, ResolvedFleet } from '@seatrial/compiler';
import { asRecord } from '../json.ts';
import { mapObjects, type MappedObject } from '../map-objects.ts';
import type { Replaced } from '../replacement.ts';
import { madeUpData, type FakeData } from './made-up-data.ts';
import { remoteReads } from './remote-reads.ts';

/**
 * The fake provider of External Secrets in every store, with an answer to all that the fleet reads. It keeps its data by
 * the store's name alone, whatever the namespace (pkg/provider/fake of 0.19.2), so stores of one name get the same.
 */
export function replaceSecretStores(fleet: ResolvedFleet): Replaced {
  const byStore = Map.groupBy(remoteReads(fleet), ({ store }) => store);
  const data = new Map([...byStore].map(([store, reads]) => [store, madeUpData(reads)]));
  return mapObjects(fleet, (object) =>
    isStore(object) ? fakeStore(object, data.get(object.metadata.name) ?? []) : { object, replacements: [] },
  );
}

function isStore({ apiVersion, kind }: KubernetesObject): boolean {
  return (
    apiVersion.startsWith('external-secrets.io/') && (kind === 'SecretStore' || kind === 'ClusterSecretStore')
  );
}

function fakeStore(object: KubernetesObject, data: readonly FakeData[]): MappedObject {
  const spec = asRecord(object['spec']);
  const providers = Object.keys(asRecord(spec['provider']));
  return {
    object: { ...object, spec: { ...spec, provider: { fake: { data } } } },
    replacements: providers
      .filter((provider) => provider !== 'fake')
      .map((provider) => ({
        what: 'secret store',
        real: `provider ${provider}`,
        standIn: 'provider fake, with made-up values',
        why: 'no rehearsal reads a real secret',
      })),
  };
}
