import { createHash } from 'node:crypto';
import { count, exactly, ofTexts, present, text, type TemplateFunction } from './arguments.ts';
import { NotRendered, Refused } from './failures.ts';
import { formatValue } from './format.ts';

/** Characters; a template that makes longer texts is not meant for an Application. */
const longest = 1_000_000;

/** The functions of sprig for texts, and `normalize`, which Argo CD adds. */
export const textFunctions: Readonly<Record<string, TemplateFunction>> = {
  lower: ofTexts(1, (value = '') => value.toLowerCase()),
  upper: ofTexts(1, (value = '') => value.toUpperCase()),
  title: ofTexts(1, (value = '') =>
    value.replace(
      /(^|[^\p{L}\p{N}_'])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    ),
  ),
  trim: ofTexts(1, (value = '') => value.trim()),
  trimAll: ofTexts(2, (set = '', value = '') => trimEnd(set, trimStart(set, value))),
  trimPrefix: ofTexts(2, (prefix = '', value = '') =>
    value.startsWith(prefix) ? value.slice(prefix.length) : value,
  ),
  trimSuffix: ofTexts(2, (suffix = '', value = '') =>
    value.endsWith(suffix) ? value.slice(0, value.length - suffix.length) : value,
  ),
  trunc: ([length, value]) => {
    const wanted = count(length);
    const bytes = Buffer.from(text(value));
    if (wanted < 0)
      return (bytes.length + wanted > 0 ? bytes.subarray(bytes.length + wanted) : bytes).toString();
    return bytes.subarray(0, wanted).toString();
  },
  substr: ([from, to, value]) => {
    const [start, end] = [count(from), count(to)];
    const whole = Buffer.from(text(value));
    const first = Math.max(0, start);
    const last = start >= 0 && (end < 0 || end > whole.length) ? whole.length : end;
    // Go panics there, and Argo CD with it refuses the template.
    if (last < first || last > whole.length)
      throw new Refused(`substr ${start} ${end} of a text of ${whole.length}`);
    return whole.subarray(first, last).toString();
  },
  replace: ofTexts(3, (from = '', to = '', value = '') => value.replaceAll(from, () => to)),
  contains: ofTexts(2, (part = '', value = '') => value.includes(part)),
  hasPrefix: ofTexts(2, (prefix = '', value = '') => value.startsWith(prefix)),
  hasSuffix: ofTexts(2, (suffix = '', value = '') => value.endsWith(suffix)),
  repeat: ([times, value]) => {
    const [one, wanted] = [text(value), count(times)];
    if (wanted < 0) throw new Refused(`repeat ${wanted} times`);
    if (one.length * wanted > longest) throw new NotRendered('a text as long as this is not rendered here');
    return one.repeat(wanted);
  },
  nospace: ofTexts(1, (value = '') => value.replaceAll(/\s/g, '')),
  quote: (values) =>
    present(values)
      .map((value) => JSON.stringify(formatValue(value)))
      .join(' '),
  squote: (values) =>
    present(values)
      .map((value) => `'${formatValue(value)}'`)
      .join(' '),
  cat: (values) => present(values).map(formatValue).join(' '),
  indent: ([spaces, value]) => indent(count(spaces), text(value)),
  nindent: ([spaces, value]) => `\n${indent(count(spaces), text(value))}`,
  split: ofTexts(2, (separator = '', value = '') =>
    Object.fromEntries(value.split(separator).map((part, index) => [`_${index}`, part])),
  ),
  splitList: ofTexts(2, (separator = '', value = '') => value.split(separator)),
  toString: (values: readonly unknown[]) => formatValue(exactly(1, values)[0]),
  b64enc: ofTexts(1, (value = '') => Buffer.from(value).toString('base64')),
  b64dec: ofTexts(1, (value = '') => {
    if (!/^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(value))
      throw new NotRendered('what is no base64 is not rendered here');
    return Buffer.from(value, 'base64').toString();
  }),
  sha1sum: ofTexts(1, (value = '') => createHash('sha1').update(value).digest('hex')),
  sha256sum: ofTexts(1, (value = '') => createHash('sha256').update(value).digest('hex')),
  regexMatch: ofTexts(2, (pattern = '', value = '') => expression(pattern).test(value)),
  regexFind: ofTexts(2, (pattern = '', value = '') => expression(pattern).exec(value)?.[0] ?? ''),
  regexReplaceAll: ofTexts(3, (pattern = '', value = '', by = '') =>
    value.replaceAll(expression(pattern, 'g'), (...found: readonly unknown[]) => expand(by, found)),
  ),
  regexReplaceAllLiteral: ofTexts(3, (pattern = '', value = '', by = '') =>
    value.replaceAll(expression(pattern, 'g'), () => by),
  ),
  normalize: ofTexts(1, (value = '') => sanitizeName(value)),
};

/** A name as Argo CD makes one fit for DNS. Source: applicationset/utils/template_functions.go, SanitizeName. */
export function sanitizeName(name: string): string {
  return trimEnd(
    '-.',
    trimStart(
      '-.',
      name
        .toLowerCase()
        .replaceAll(/[^-a-z0-9.]/gu, '-')
        .slice(0, 253),
    ),
  );
}

function trimStart(set: string, value: string): string {
  let at = 0;
  while (at < value.length && set.includes(value[at] ?? '')) at += 1;
  return value.slice(at);
}

function trimEnd(set: string, value: string): string {
  let end = value.length;
  while (end > 0 && set.includes(value[end - 1] ?? '')) end -= 1;
  return value.slice(0, end);
}

function indent(spaces: number, value: string): string {
  if (spaces > longest) throw new NotRendered('a text as long as this is not rendered here');
  const pad = ' '.repeat(Math.max(0, spaces));
  return pad + value.replaceAll('\n', `\n${pad}`);
}

/** `$1`, `${1}` and `$$` of Go; a group that is not there is empty. */
function expand(by: string, found: readonly unknown[]): string {
  return by.replaceAll(/\$(?:\$|\{(\w+)\}|(\w+))/g, (whole, braced?: string, bare?: string) => {
    if (whole === '$$') return '$';
    const group = found[Number(braced ?? bare)];
    return typeof group === 'string' ? group : '';
  });
}

/** Go's expressions and JavaScript's are the same as long as they use nothing that only one of them has. */
function expression(pattern: string, flags = ''): RegExp {
  // A quantifier of a group with another one in it can take for ever here, and never does in Go.
  if (/\(\?(?!:)|\\[AzQECpP]|\[\[:|\([^)]*[+*}][^)]*\)[+*{]/.test(pattern))
    throw new NotRendered(`the regular expression ${JSON.stringify(pattern)} is not rendered here`);
  try {
    return new RegExp(pattern, `${flags}u`);
  } catch {
    throw new NotRendered(`the regular expression ${JSON.stringify(pattern)} is not rendered here`);
  }
}
