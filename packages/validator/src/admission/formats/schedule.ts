const named = new Set(['@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly']);
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const days = 'sun mon tue wed thu fri sat'.split(' ');

interface Part {
  readonly what: string;
  readonly least: number;
  readonly most: number;
  readonly names: Readonly<Record<string, number>>;
}

const parts: readonly Part[] = [
  { what: 'minute', least: 0, most: 59, names: {} },
  { what: 'hour', least: 0, most: 23, names: {} },
  { what: 'day of the month', least: 1, most: 31, names: {} },
  { what: 'month', least: 1, most: 12, names: numbered(months, 1) },
  { what: 'day of the week', least: 0, most: 6, names: numbered(days, 0) },
];

/**
 * What is wrong with a CronJob's schedule, as a clause; undefined when it is well formed.
 * Source: github.com/robfig/cron/v3, `ParseStandard`, which Kubernetes' `validateScheduleFormat` calls.
 */
export function scheduleProblem(schedule: string): string | undefined {
  if (schedule.startsWith('@')) {
    if (named.has(schedule) || isEvery(schedule)) return undefined;
    return `${JSON.stringify(schedule)} is none of ${[...named].join(', ')} and "@every <duration>"`;
  }
  const fields = schedule.split(/\s+/).filter((field) => field !== '');
  if (fields.length !== parts.length)
    return `it has ${fields.length} fields; a schedule has five: minute, hour, day of the month, month, day of the week`;
  for (const [index, part] of parts.entries()) {
    const field = fields[index] ?? '';
    if (!field.split(',').every((range) => range === '' || isRange(range, part)))
      return `${JSON.stringify(field)} is no ${part.what}: that goes from ${part.least} to ${part.most}`;
  }
  return undefined;
}

function isEvery(schedule: string): boolean {
  return /^@every (?:[-+]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|ms|s|m|h))+|0)$/.test(schedule);
}

function isRange(range: string, { least, most, names }: Part): boolean {
  const [span = '', step, ...more] = range.split('/');
  const [from = '', to, ...rest] = span.split('-');
  if (more.length > 0 || rest.length > 0) return false;
  const every = from === '*' || from === '?';
  const start = every ? least : numberOf(from, names);
  const end = every ? most : to === undefined ? (step === undefined ? start : most) : numberOf(to, names);
  const width = step === undefined ? 1 : numberOf(step, {});
  if (start === undefined || end === undefined || width === undefined) return false;
  return start >= least && end <= most && start <= end && width > 0;
}

function numberOf(text: string, names: Readonly<Record<string, number>>): number | undefined {
  return names[text.toLowerCase()] ?? (/^\+?\d+$/.test(text) ? Number(text) : undefined);
}

function numbered(names: readonly string[], first: number): Readonly<Record<string, number>> {
  return Object.fromEntries(names.map((name, index) => [name, index + first]));
}
