/**
 * The number that go-yaml reads in a plain scalar; undefined: it is text. Source: `resolve` in go-yaml v3, which
 * drops underscores, tries strconv.ParseInt with base 0 (so `0644` is 420), then a decimal float.
 */
export function goNumber(text: string): number | undefined {
  if (text.startsWith('.')) return decimal(text, /^\.[0-9]+(?:[eE][-+]?[0-9]+)?$/);
  const digits = text.replaceAll('_', '');
  return integer(digits) ?? decimal(digits, decimalForm) ?? oddlySigned(digits);
}

const decimalForm = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const integerForm = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/;

function integer(digits: string): number | undefined {
  const match = integerForm.exec(digits);
  if (match === null) return undefined;
  const [, sign, hexadecimal, binary, octal, ten] = match;
  const size =
    hexadecimal !== undefined
      ? BigInt(`0x${hexadecimal}`)
      : binary !== undefined
        ? BigInt(`0b${binary}`)
        : octal !== undefined
          ? BigInt(`0o${octal}`)
          : BigInt(ten ?? 0);
  const limit = sign === '' ? 2n ** 64n : sign === '-' ? 2n ** 63n + 1n : 2n ** 63n;
  if (size >= limit) return undefined;
  return Number(sign === '-' ? -size : size);
}

function decimal(digits: string, form: RegExp): number | undefined {
  if (!form.test(digits)) return undefined;
  const value = Number(digits);
  // ParseFloat refuses what overflows; go-yaml then takes it as text.
  return Number.isFinite(value) ? value : undefined;
}

/** `0o-7` and `0b+1`: go-yaml cuts the prefix off and lets ParseInt read a sign behind it. */
function oddlySigned(digits: string): number | undefined {
  const match = /^0(?:o([-+][0-7]{1,20})|b([-+][01]{1,62}))$/.exec(digits);
  if (match === null) return undefined;
  const [, octal, binary] = match;
  return octal === undefined ? Number.parseInt(binary ?? '', 2) : Number.parseInt(octal, 8);
}
