import type { Rehearsal } from '../../src/report/rehearsal.ts';
import { sampleRehearsal } from './sample-rehearsal.ts';

/** What a name or a log can hold to break a report, run in it, or make it read as another one. */
export const hostile =
  '</pre></style><script>alert(1)</script><img src="https://evil.example/x" onerror=\'x\'> " \' & ]]> --> |`*_[a](b)\n# no\n\u001B[31mred\u001B[0m\u0000\u0007\u202Eright-to-left\uD800 @everyone ${x} {{y}}';

/** The sample with that in the place of every text that a fleet or a cluster can choose. */
export function hostileRehearsal(): Rehearsal {
  const kept = new Set([
    'plane',
    'provider',
    'outcome',
    'kind',
    'unit',
    'state',
    'ended',
    'began',
    'sync',
    'health',
  ]);
  const replaced = (value: unknown, key: string): unknown => {
    if (typeof value === 'string')
      return kept.has(key) ? value : key === 'id' || key === 'claim' ? `${value}${hostile}` : hostile;
    if (Array.isArray(value)) return value.map((entry) => replaced(entry, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, entry]) => [name, name === 'kinds' ? entry : replaced(entry, name)]),
    );
  };
  return replaced(sampleRehearsal(), '') as Rehearsal;
}
