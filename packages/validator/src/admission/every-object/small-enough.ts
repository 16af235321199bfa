import { bytesOf, sizeName } from '../formats/bytes.ts';
import { isRecord } from '../../json/is-record.ts';
import type { Rule } from '../rule.ts';
import { mostBytesOfAnnotations } from './well-formed-annotations.ts';

/** Of one request to etcd. Source: etcd, `--max-request-bytes`, which Kubernetes leaves at its default. */
const mostBytes = 1.5 * 1024 * 1024;

export const smallEnough: Rule = {
  explanation: {
    code: 'SEA3106',
    title: 'An object is too large to be stored or to be applied',
    meaning:
      'etcd takes at most 1.5 MiB in one request. Besides, an object that is applied on the client\'s side ("kubectl apply", and Argo CD ' +
      'unless it is told otherwise) is kept in its own annotation "kubectl.kubernetes.io/last-applied-configuration", and all annotations ' +
      'together have at most 256 KiB: larger objects fail with "metadata.annotations: Too long".',
    fix: 'Split the object, or apply it on the server\'s side (Argo CD: the sync option "ServerSideApply=true").',
  },
  check(object, refuse, context) {
    if ((context.jsonLength ?? atLeastLong(object.value)) < mostBytesOfAnnotations / 3) return;
    const bytes = bytesOf(JSON.stringify(object.value));
    const kind = object.at('kind').text;
    // Their data has a limit of its own, which is reached first.
    if (bytes > mostBytes && (kind === 'ConfigMap' || kind === 'Secret')) return;
    if (bytes > mostBytes)
      refuse(object, `has ${sizeName(bytes)}; etcd stores at most 1.5 MiB`, 'Split the object.');
    else if (bytes > mostBytesOfAnnotations && context.serverSideApply !== true)
      refuse(
        object,
        `has ${sizeName(bytes)}, more than the 256 KiB that fit into the annotation that a client-side apply writes`,
        'Apply it on the server\'s side (Argo CD: the sync option "ServerSideApply=true").',
        'warning',
      );
  },
};

/** A lower bound of the length of a value's JSON text, cheaper than the text. A unit has at most three bytes in UTF-8. */
function atLeastLong(value: unknown): number {
  if (typeof value === 'string') return value.length + 2;
  if (typeof value !== 'object' || value === null) return 1;
  let length = 2;
  if (Array.isArray(value)) for (const item of value) length += atLeastLong(item) + 1;
  else if (isRecord(value)) for (const key in value) length += key.length + 4 + atLeastLong(value[key]);
  return length;
}
