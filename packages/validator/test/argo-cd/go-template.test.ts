import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { NotRendered, Refused } from '../../src/argo-cd/go-template/failures.ts';
import { goTemplateRenderer } from '../../src/argo-cd/go-template/go-template-renderer.ts';
import { stringMap } from '../../src/argo-cd/go-template/string-map.ts';

interface Case {
  readonly template: string;
  readonly options: readonly string[];
  readonly text?: string;
  readonly refused?: true;
}

/** What `Render.Replace` of Argo CD 3.4.2 itself made of these templates with these parameters. */
const { parameters, cases } = JSON.parse(
  readFileSync(new URL('recorded/rendered-by-argo-cd.json', import.meta.url), 'utf8'),
) as { readonly parameters: Readonly<Record<string, unknown>>; readonly cases: readonly Case[] };

describe('a Go template', () => {
  test.each(cases.map((each) => [`${each.template} ${each.options.join()}`, each] as const))(
    'is rendered as Argo CD renders it: %s',
    (_, { template, options, ...expected }) => {
      expect(outcome(template, options)).toEqual(expected);
    },
  );

  test('has the text of a map of texts for a key that is not there', () => {
    const labels = stringMap({ env: 'dev' });
    expect(goTemplateRenderer('default')('{{ index .labels "no" }}|', { labels })).toBe('|');
    expect(goTemplateRenderer('zero')('{{ .labels.no }}|', { labels })).toBe('|');
  });

  test.each([
    '{{ slugify .name }}',
    '{{ now }}',
    '{{ define "x" }}{{ end }}',
    '{{ range .l }}{{ break }}{{ end }}',
    "{{ 'a' }}",
    '{{ b64dec "no base64" }}',
    '{{ repeat 1000000 .name }}',
    '{{ range 1000000 }}{{ end }}',
    '{{ indent 100000000 "x" }}',
    '{{ regexMatch "^(a+)+$" "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!" }}',
    `{{ ${'('.repeat(20_000)}1${')'.repeat(20_000)} }}`,
  ])('that uses what is not rendered here is not rendered: %s', (template) => {
    expect(() => goTemplateRenderer('default')(template, parameters)).toThrow(NotRendered);
  });
});

function outcome(template: string, options: readonly string[]): unknown {
  const missingKey = options[0]?.replace('missingkey=', '') ?? 'default';
  try {
    return { text: goTemplateRenderer(missingKey as 'default')(template, parameters) };
  } catch (thrown) {
    if (thrown instanceof Refused) return { refused: true };
    throw thrown;
  }
}
