const syntax = /^([+-]?)(\d*)(?:\.(\d*))?(?:([KMGTPE]i)|([numkMGTPE])|[eE]([+-]?\d+))?$/;
const binary = 'KMGTPE';
const decimal: Readonly<Record<string, number>> = {
  n: -9,
  u: -6,
  m: -3,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};
const known = new Map<string, bigint | undefined>();

/** What {@link nanos} counts in: one. */
export const one = 1_000_000_000n;

/**
 * A quantity in billionths, rounded up, so that any two can be compared; undefined when it is none. What an API server
 * can tell apart, this can too: `resource.Quantity` has no finer part.
 * Source: k8s.io/apimachinery, pkg/api/resource/quantity.go, `ParseQuantity`.
 */
export function nanos(value: unknown): bigint | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value);
  if (!known.has(text)) {
    if (known.size > 10_000) known.clear();
    known.set(text, parse(text));
  }
  return known.get(text);
}

function parse(text: string): bigint | undefined {
  const found = syntax.exec(text);
  if (found === null) return undefined;
  const [, sign, whole = '', fraction = '', power, suffix, exponent] = found;
  if (whole === '' && fraction === '') return undefined;
  const scale = Number(exponent ?? (suffix === undefined ? 0 : decimal[suffix])) - fraction.length + 9;
  // Beyond this, an API server caps the number; nobody means it.
  if (Math.abs(scale) > 400) return undefined;
  const factor = power === undefined ? 1n : 1024n ** BigInt(binary.indexOf(power.charAt(0)) + 1);
  const digits = BigInt(`${whole}${fraction}`) * factor;
  const size = scale >= 0 ? digits * 10n ** BigInt(scale) : upwards(digits, 10n ** BigInt(-scale));
  return sign === '-' ? -size : size;
}

function upwards(value: bigint, divisor: bigint): bigint {
  return (value + divisor - 1n) / divisor;
}
