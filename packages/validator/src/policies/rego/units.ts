/** What the letters behind an amount stand for. */
const decimal: Readonly<Record<string, bigint>> = powers(1000n, ['k', 'm', 'g', 't', 'p', 'e']);
const binary: Readonly<Record<string, bigint>> = powers(1024n, ['ki', 'mi', 'gi', 'ti', 'pi', 'ei']);

function powers(base: bigint, names: readonly string[]): Readonly<Record<string, bigint>> {
  return Object.fromEntries(names.map((name, index) => [name, base ** BigInt(index + 1)]));
}

/** `units.parse`: `m` is a thousandth, `M` a million. Source: OPA, v1/topdown/parse_units.go. */
export function parseUnits(text: string): number | undefined {
  const amount = amountOf(text);
  if (amount === undefined) return undefined;
  const { unit } = amount;
  if (unit === 'm') return numberOf({ ...amount, scale: amount.scale + 3 });
  // Only the letters behind the first are read without their case.
  const known = unit === '' ? 1n : (decimal[unit.toLowerCase()] ?? binary[unit.toLowerCase()]);
  return known === undefined ? undefined : numberOf({ ...amount, digits: amount.digits * known });
}

/** `units.parse_bytes`: whole bytes, in letters of any case. Source: OPA, v1/topdown/parse_bytes.go. */
export function parseBytes(text: string): number | undefined {
  const amount = amountOf(text);
  if (amount === undefined) return undefined;
  const unit = amount.unit.toLowerCase().replace(/b$/, '');
  const known = amount.unit === '' ? 1n : (decimal[unit] ?? binary[unit]);
  if (known === undefined) return undefined;
  return numberOf({ digits: (amount.digits * known) / 10n ** BigInt(amount.scale), scale: 0 });
}

interface Amount {
  readonly digits: bigint;
  /** Digits behind the point. */
  readonly scale: number;
  readonly unit: string;
}

function amountOf(text: string): Amount | undefined {
  const found = /^([-+]?)(\d*)\.?(\d*)(?:e([-+]?\d{1,2})(?!\d))?([a-z]*)$/i.exec(text.replaceAll('"', ''));
  const [, sign, whole = '', part = '', exponent = '0', unit = ''] = found ?? [];
  if (whole + part === '') return undefined;
  const digits = BigInt(whole + part) * (sign === '-' ? -1n : 1n);
  const scale = part.length - Number(exponent);
  return { digits: scale < 0 ? digits * 10n ** BigInt(-scale) : digits, scale: Math.max(scale, 0), unit };
}

/** @throws RangeError for an amount that a number cannot hold exactly: nothing is concluded from a wrong one. */
function numberOf({ digits, scale }: Omit<Amount, 'unit'>): number {
  const divisor = 10n ** BigInt(scale);
  const value = digits % divisor === 0n ? Number(digits / divisor) : Number(digits) / Number(divisor);
  if (!Number.isSafeInteger(Number(digits / divisor))) throw new RangeError('an amount is too large');
  return value;
}
