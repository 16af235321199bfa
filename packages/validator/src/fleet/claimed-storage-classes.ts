import { groupOf } from '@seatrial/compiler';
import { textAt } from '../json/fields.ts';
import { isRecord } from '../json/is-record.ts';
import { appendPointer } from '../json/json-pointer.ts';
import type { LocatedObject } from '../rendered/located-object.ts';

/** A storage class that an object asks for, with the JSON pointer to where it does. */
export interface ClaimedStorageClass {
  readonly name: string;
  readonly field: string;
}

const legacy = 'volume.beta.kubernetes.io/storage-class';

/**
 * The storage classes that an object asks for: a claim, the claim templates of a StatefulSet or of a volume, and those of
 * custom resources (Prometheus, Kafka) whose operator makes claims: they all call the field `storageClassName`. An empty
 * name asks for none.
 */
export function claimedStorageClasses({ object }: LocatedObject): readonly ClaimedStorageClass[] {
  const kind = `${groupOf(String(object.apiVersion))}/${String(object.kind)}`;
  if (kind === '/PersistentVolume' || kind === 'apiextensions.k8s.io/CustomResourceDefinition') return [];
  // A claim that names its volume is bound by hand: the class is only a word that both have.
  if (textAt(object, 'spec', 'volumeName')) return [];
  const found: ClaimedStorageClass[] = [];
  const annotated = textAt(object, 'metadata', 'annotations', legacy);
  if (kind === '/PersistentVolumeClaim' && annotated !== undefined)
    found.push({ name: annotated, field: appendPointer('/metadata/annotations', legacy) });
  collect(object['spec'], '/spec', found);
  return found.filter(({ name }) => name !== '');
}

function collect(value: unknown, pointer: string, found: ClaimedStorageClass[]): void {
  if (Array.isArray(value)) {
    value.forEach((member, index) => collect(member, `${pointer}/${index}`, found));
  } else if (isRecord(value)) {
    for (const [key, member] of Object.entries(value)) {
      if (key === 'storageClassName' && typeof member === 'string')
        found.push({ name: member, field: `${pointer}/storageClassName` });
      else if (typeof member === 'object') collect(member, appendPointer(pointer, key), found);
    }
  }
}
