import { describe, expect, test } from 'vitest';
import { textTemplate } from '../../../src/emit/argo-cd/text-template.ts';
import { renderGoTemplates } from './go-template.ts';

const application = { expression: '.application', values: ['luneo', 'observability'] };
const cluster = { expression: '.cluster', values: ['eu-west-1', 'eu-east-1'] };

describe('one template for several texts', () => {
  test('a parameter where its value differs, not where it is part of what all share', () => {
    const texts = ['clusters/luneo/eu-west-1/luneo', 'clusters/luneo/eu-east-1/observability'];
    expect(textTemplate(texts, [application, cluster])).toBe(
      'clusters/luneo/{{ .cluster }}/{{ .application }}',
    );
  });

  test('no template where no parameter says it', () => {
    expect(textTemplate(['main', 'dev'], [application, cluster])).toBeUndefined();
    expect(textTemplate(['a-luneo', 'b-observability'], [application, cluster])).toBeUndefined();
  });

  test('one text may be the beginning of another', () => {
    const names = { expression: '.name', values: ['api', 'api-gateway'] };
    expect(textTemplate(['api', 'api-gateway'], [names])).toBe('{{ .name }}');
    expect(textTemplate(['api', 'api-gateway'], [cluster])).toBeUndefined();
  });

  test('braces of the text itself survive Go', async () => {
    const texts = ['{{ x }} luneo', '{{ x }} observability'];
    const text = textTemplate(texts, [application]);
    expect(text).toBe('{{ `{{` }} x }} {{ .application }}');
    const params = application.values.map((value) => ({ text: text ?? '', params: { application: value } }));
    expect(await renderGoTemplates(params)).toEqual(texts);
  });
});
