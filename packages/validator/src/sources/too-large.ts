import type { Explanation } from '@seatrial/compiler';
import { recordAt, textAt } from '../json/fields.ts';

export const tooLarge: Explanation = {
  code: 'SEA3218',
  title: 'An object is larger than an API server takes',
  meaning:
    'The values of a ConfigMap or Secret may hold 1 MiB in all, and a key 253 characters; any other object has to fit into one request of 1.5 MiB, ' +
    'the limit that etcd comes with.',
  fix: 'Split the object, or keep large files in an image or a volume.',
};

/** 1 MiB. Source: MaxSecretSize in the Kubernetes API, which holds for ConfigMaps too. */
const dataLimit = 1_048_576;
/** 1.5 MiB. Source: the default of etcd's --max-request-bytes. */
const requestLimit = 1_572_864;

/** What is wrong with the size of an object: the field and words. */
export function sizeProblem(
  object: Readonly<Record<string, unknown>>,
): { readonly field: string; readonly sentence: string; readonly hint: string } | undefined {
  const kind = textAt(object, 'kind') ?? 'object';
  const isData = kind === 'ConfigMap' || kind === 'Secret';
  const size = isData ? dataSize(object) : jsonSize(object);
  const limit = isData ? dataLimit : requestLimit;
  if (size <= limit) return undefined;
  return {
    field: isData ? '/data' : '',
    sentence: isData
      ? `The values of the ${kind} are ${inMiB(size)}, more than the 1 MiB that an API server takes.`
      : `The ${kind} is ${inMiB(size)} as JSON, more than the 1.5 MiB that an API server takes in one request.`,
    hint: 'Split it, or keep large files in an image or a volume.',
  };
}

function dataSize(object: unknown): number {
  let size = 0;
  for (const map of ['data', 'stringData', 'binaryData']) {
    // In base64, three bytes are four characters.
    const factor = map === 'binaryData' || (map === 'data' && textAt(object, 'kind') === 'Secret') ? 0.75 : 1;
    for (const value of Object.values(recordAt(object, map)))
      if (typeof value === 'string') size += Buffer.byteLength(value) * factor;
  }
  return size;
}

function jsonSize(object: unknown): number {
  return Buffer.byteLength(JSON.stringify(object));
}

function inMiB(bytes: number): string {
  return `${(bytes / 1_048_576).toFixed(2)} MiB`;
}
