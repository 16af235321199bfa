const form =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:([Tt]| +)(\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,](\d+))?(Z|[-+]\d{2}:\d{2})?)?$/;

/**
 * What kustomize writes for a plain scalar that go-yaml reads as a time: RFC 3339 with the fraction's trailing zeros
 * gone; undefined: it is text. Source: `parseTimestamp` in go-yaml v3 and time.Time.MarshalJSON.
 */
export function goTimestamp(text: string): string | undefined {
  const match = form.exec(text);
  if (match === null) return undefined;
  const [
    ,
    year = '',
    month = '',
    day = '',
    mark,
    hour = '0',
    minute = '0',
    second = '0',
    fraction = '',
    zone,
  ] = match;
  // A space goes without a zone, a T only with one.
  if (mark !== undefined && mark.startsWith(' ') !== (zone === undefined)) return undefined;
  if (!within(month, 1, 12) || !within(day, 1, daysOf(year, month))) return undefined;
  if (!within(hour, 0, 23) || !within(minute, 0, 59) || !within(second, 0, 59)) return undefined;
  if (
    zone !== undefined &&
    zone !== 'Z' &&
    (!within(zone.slice(1, 3), 0, 24) || !within(zone.slice(4), 0, 59))
  )
    return undefined;
  const nanoseconds = fraction.slice(0, 9).replace(/0+$/, '');
  const date = `${year}-${two(month)}-${two(day)}`;
  const time = `${two(hour)}:${two(minute)}:${two(second)}${nanoseconds === '' ? '' : `.${nanoseconds}`}`;
  return `${date}T${time}${zone === undefined || /^[-+]00:00$/.test(zone) ? 'Z' : zone}`;
}

function daysOf(year: string, month: string): number {
  // The calendar repeats every 400 years, and Date.UTC takes the years 0 to 99 for 1900 to 1999.
  return new Date(Date.UTC(Number(year) + 400, Number(month), 0)).getUTCDate();
}

function within(digits: string, low: number, high: number): boolean {
  return Number(digits) >= low && Number(digits) <= high;
}

function two(digits: string): string {
  return digits.padStart(2, '0');
}
