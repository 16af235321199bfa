/** Powers of the suffixes of a quantity. Source: k8s.io/apimachinery, pkg/api/resource/suffix.go. */
const factors: Readonly<Record<string, number>> = {
  '': 1,
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** A quantity as a number of cores or bytes; undefined for anything that is no quantity. */
export function numberOf(quantity: unknown): number | undefined {
  if (typeof quantity === 'number') return Number.isFinite(quantity) ? quantity : undefined;
  if (typeof quantity !== 'string') return undefined;
  const [, digits, suffix = '', exponent] =
    /^\+?(\d+\.?\d*|\.\d+)(?:([numkMGTPE]|[KMGTPE]i)|[eE]([+-]?\d+))?$/.exec(quantity.trim()) ?? [];
  if (digits === undefined) return undefined;
  return Number(digits) * (exponent === undefined ? (factors[suffix] ?? Number.NaN) : 10 ** Number(exponent));
}

/** Cores as people write them: `12.5`, two digits behind the point at most. */
export function cores(count: number): string {
  return `${round(count)} ${round(count) === '1' ? 'core' : 'cores'}`;
}

/** Bytes as people write them: `96 GiB`, or `512 MiB` below one. */
export function bytes(count: number): string {
  return count >= 2 ** 30 ? `${round(count / 2 ** 30)} GiB` : `${round(count / 2 ** 20)} MiB`;
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}
