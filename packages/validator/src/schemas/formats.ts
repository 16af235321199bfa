import type { JsonSchema } from './json-schema.ts';

/** kubernetes.io, apimachinery `resource.Quantity`: the pattern that its own CRD generator publishes. */
export const quantityPattern =
  '^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$';

/** Standard base64 with padding (RFC 4648); Go's decoder also skips line ends. */
export const base64Pattern =
  '^[\\r\\n]*(([A-Za-z0-9+/][\\r\\n]*){4})*(([A-Za-z0-9+/][\\r\\n]*){2}=[\\r\\n]*=[\\r\\n]*|([A-Za-z0-9+/][\\r\\n]*){3}=[\\r\\n]*)?$';

const int32 = { minimum: -2147483648, maximum: 2147483647 };
const int64 = { minimum: -9223372036854775808n, maximum: 9223372036854775807n };

/** A quantity such as `500m` or `2Gi`; the decoder also takes a bare number. */
export const quantity: JsonSchema = { type: ['string', 'number'], pattern: quantityPattern };

/** A port, a percentage or a count: an int32 or a string. */
export const intOrString: JsonSchema = { type: ['integer', 'string'], ...int32 };

/** Formats that mean the same to the schema library as to an API server. */
const shared = new Set(['date-time', 'date', 'ipv4', 'ipv6', 'duration']);

/**
 * The keywords that stand for a Kubernetes `format`. Formats that a schema library reads in another way than an
 * API server (`uri`, `hostname`, …) give nothing: better no finding than an invented one.
 */
export function formatKeywords(format: unknown): JsonSchema {
  if (format === 'int32') return int32;
  if (format === 'int64') return int64;
  if (format === 'byte') return { pattern: base64Pattern };
  return typeof format === 'string' && shared.has(format) ? { format } : {};
}
