interface Version {
  readonly numbers: readonly bigint[];
  readonly pre: readonly string[];
}

/** Source: Semantic Versioning 2.0.0, the regular expression that it suggests. */
const pattern =
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+[0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*)?$/;

export function isSemver(text: unknown): boolean {
  return typeof text === 'string' && pattern.test(text);
}

/** -1, 0 or 1, by the precedence of Semantic Versioning; undefined where one of them is no version. */
export function compareSemver(a: string, b: string): number | undefined {
  const [left, right] = [versionOf(a), versionOf(b)];
  if (left === undefined || right === undefined) return undefined;
  for (const [index, number] of left.numbers.entries()) {
    const other = right.numbers[index] ?? 0n;
    if (number !== other) return number < other ? -1 : 1;
  }
  if (left.pre.length === 0 || right.pre.length === 0) return Math.sign(right.pre.length - left.pre.length);
  for (const [index, part] of left.pre.entries()) {
    const other = right.pre[index];
    if (other === undefined) return 1;
    const difference = compareParts(part, other);
    if (difference !== 0) return difference;
  }
  return left.pre.length < right.pre.length ? -1 : 0;
}

function versionOf(text: string): Version | undefined {
  const [, major, minor, patch, pre] = pattern.exec(text) ?? [];
  if (major === undefined || minor === undefined || patch === undefined) return undefined;
  return { numbers: [major, minor, patch].map(BigInt), pre: pre?.split('.') ?? [] };
}

/** Numbers come before words. */
function compareParts(a: string, b: string): number {
  if (a === b) return 0;
  const [isNumber, otherIsNumber] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (isNumber && otherIsNumber) return BigInt(a) < BigInt(b) ? -1 : 1;
  if (isNumber !== otherIsNumber) return isNumber ? -1 : 1;
  return a < b ? -1 : 1;
}
