import { createHash } from 'node:crypto';
import { compareSemver, isSemver } from './semver.ts';
import { parseBytes, parseUnits } from './units.ts';

/** Built-ins that mean the same in JavaScript. Source of each: OPA's policy reference, "Built-in Functions". */
export const sharedBuiltins = {
  trace: () => true,
  'strings.any_prefix_match': (search: string | string[], base: string | string[]) =>
    texts(search).some((text) => texts(base).some((start) => text.startsWith(start))),
  'strings.any_suffix_match': (search: string | string[], base: string | string[]) =>
    texts(search).some((text) => texts(base).some((end) => text.endsWith(end))),
  'strings.count': (search: string, part: string) =>
    part === '' ? [...search].length + 1 : search.split(part).length - 1,
  indexof_n(search: string, part: string) {
    if (part === '') return undefined;
    const haystack = [...search];
    const needle = [...part];
    return haystack.flatMap((_, at) =>
      needle.every((one, index) => haystack[at + index] === one) ? [at] : [],
    );
  },
  'hex.encode': (text: string) => Buffer.from(text).toString('hex'),
  'crypto.sha256': (text: string) => createHash('sha256').update(text).digest('hex'),
  'crypto.sha1': (text: string) => createHash('sha1').update(text).digest('hex'),
  'semver.compare': compareSemver,
  'semver.is_valid': isSemver,
  'units.parse': parseUnits,
  'units.parse_bytes': parseBytes,
  'crypto.md5': (text: string) => createHash('md5').update(text).digest('hex'),
};

function texts(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}
