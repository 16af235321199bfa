/**
 * A finite number as Go writes a float64 with the fewest digits that tell it apart: `100000`, `1e+06`, `1.5`, `1e-05`.
 * Source: Go, strconv.FormatFloat(x, 'g', -1, 64), which writes an exponent below -4 and from 6 on.
 */
export function goNumber(value: number): string {
  const [digits = '0', exponent = '0'] = value.toExponential().split('e');
  const power = Number(exponent);
  // In this range JavaScript never writes an exponent.
  if (power >= -4 && power < 6) return String(value === 0 ? 0 : value);
  return `${digits}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}
