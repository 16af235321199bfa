import { createHash } from 'node:crypto';
import { exactly, integer, ofTexts, text, type TemplateFunction } from './arguments.ts';
import { NotRendered } from './failures.ts';
import { formatValue } from './format.ts';

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
    const wanted = Number(integer(length));
    const bytes = Buffer.from(text(value));
    if (wanted < 0)
      return (bytes.length + wanted > 0 ? bytes.subarray(bytes.length + wanted) : bytes).toString();
    return bytes.subarray(0, wanted).toString();
  },
  substr: ([from, to, value]) => {
    const [start, end] = [Number(integer(from)), Number(integer(to))];
    const whole = text(value);
    if (start < 0) return whole.slice(0, Math.max(0, end));
    return whole.slice(start, end < 0 || end > whole.length ? undefined : end);
  },
  replace: ofTexts(3, (from = '', to = '', value = '') => value.replaceAll(from, () => to)),
  contains: ofTexts(2, (part = '', value = '') => value.includes(part)),
  hasPrefix: ofTexts(2, (prefix = '', value = '') => value.startsWith(prefix)),
  hasSuffix: ofTexts(2, (suffix = '', value = '') => value.endsWith(suffix)),
  repeat: ([count, value]) => text(value).repeat(Math.min(10_000, Math.max(0, Number(integer(count))))),
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
  indent: ([spaces, value]) => indent(Number(integer(spaces)), text(value)),
  nindent: ([spaces, value]) => `\n${indent(Number(integer(spaces)), text(value))}`,
  split: ofTexts(2, (separator = '', value = '') =>
    Object.fromEntries(value.split(separator).map((part, index) => [`_${index}`, part])),
  ),
  splitList: ofTexts(2, (separator = '', value = '') => value.split(separator)),
  toString: (values: readonly unknown[]) => formatValue(exactly(1, values)[0]),
  b64enc: ofTexts(1, (value = '') => Buffer.from(value).toString('base64')),
  b64dec: ofTexts(1, (value = '') => Buffer.from(value, 'base64').toString()),
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
  const pad = ' '.repeat(Math.max(0, spaces));
  return pad + value.replaceAll('\n', `\n${pad}`);
}

function present(values: readonly unknown[]): readonly unknown[] {
  return values.filter((value) => value !== null && value !== undefined);
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
  if (/\(\?(?!:)|\\[AzQECpP]|\[\[:/.test(pattern))
    throw new NotRendered(`the regular expression ${JSON.stringify(pattern)} is not rendered here`);
  try {
    return new RegExp(pattern, `${flags}u`);
  } catch {
    throw new NotRendered(`the regular expression ${JSON.stringify(pattern)} is not rendered here`);
  }
}
