/**
 * IP addresses and ranges as Kubernetes reads those of older fields: a leading zero in an IPv4 part is let through,
 * because versions before 1.36 accept it.
 * Source: k8s.io/utils/net, `ParseIPSloppy`, `ParseCIDRSloppy`.
 */
export interface Address {
  /** 4 or 6. */
  readonly family: 4 | 6;
  /** The address as a number. */
  readonly bits: bigint;
}

export interface Range extends Address {
  /** Length of the mask. */
  readonly length: number;
}

export function addressOf(text: string): Address | undefined {
  const four = bitsOfFour(text);
  if (four !== undefined) return { family: 4, bits: four };
  const six = bitsOfSix(text);
  return six === undefined ? undefined : { family: 6, bits: six };
}

export function rangeOf(text: string): Range | undefined {
  const [address, length, ...rest] = text.split('/');
  const found = addressOf(address ?? '');
  if (found === undefined || length === undefined || rest.length > 0 || !/^\d{1,3}$/.test(length))
    return undefined;
  const size = widthOf(found);
  return Number(length) > size ? undefined : { ...found, length: Number(length) };
}

/** Whether the inner range lies in the outer one and is smaller. */
export function isWithin(inner: Range, outer: Range): boolean {
  if (inner.family !== outer.family || inner.length <= outer.length) return false;
  const shift = BigInt(widthOf(outer) - outer.length);
  return inner.bits >> shift === outer.bits >> shift;
}

function widthOf({ family }: Address): number {
  return family === 4 ? 32 : 128;
}

function bitsOfFour(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255))
    return undefined;
  return parts.reduce((bits, part) => (bits << 8n) | BigInt(Number(part)), 0n);
}

function bitsOfSix(text: string): bigint | undefined {
  const halves = text.split('::');
  if (!text.includes(':') || halves.length > 2) return undefined;
  const [head, tail] = halves.map((half) => (half === '' ? [] : half.split(':')).flatMap(groupsOf));
  if (head === undefined) return undefined;
  const groups = tail === undefined ? head : [...head, ...filling(8 - head.length - tail.length), ...tail];
  const whole = halves.length === 2 ? head.length + (tail?.length ?? 0) < 8 : head.length === 8;
  if (!whole || !groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  return groups.reduce((bits, group) => (bits << 16n) | BigInt(`0x${group}`), 0n);
}

function filling(count: number): readonly string[] {
  return Array.from({ length: Math.max(count, 0) }, () => '0');
}

/** One group, or the two that an IPv4 address at the end stands for. */
function groupsOf(part: string): readonly string[] {
  const four = part.includes('.') ? bitsOfFour(part) : undefined;
  return four === undefined ? [part] : [(four >> 16n).toString(16), (four & 0xffffn).toString(16)];
}
