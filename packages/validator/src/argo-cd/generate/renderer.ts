import { isRecord } from '../../json/is-record.ts';
import { fieldAt, listAt } from '../../json/fields.ts';
import type { MissingKey } from '../go-template/evaluate.ts';
import { Refused } from '../go-template/failures.ts';
import { goTemplateRenderer } from '../go-template/go-template-renderer.ts';

/** What a generator gives for one Application. */
export type Parameters = Readonly<Record<string, unknown>>;

/** How an ApplicationSet fills its templates in: with Go templates, or with the older `{{name}}`. */
export interface Renderer {
  readonly goTemplate: boolean;
  /** @throws Refused, NotRendered */
  text(template: string, parameters: Parameters): string;
  /** Every text and every key of a value, rendered; `isKept` says which keys' values stay as they are. @throws Refused, NotRendered */
  deep(value: unknown, parameters: Parameters, isKept?: (key: string) => boolean): unknown;
}

const missingKeys: Readonly<Record<string, MissingKey>> = {
  'missingkey=default': 'default',
  'missingkey=invalid': 'default',
  'missingkey=zero': 'zero',
  'missingkey=error': 'error',
};

/** @throws Refused at an option that Go does not know: it panics, and the controller with it. */
export function rendererOf(applicationSet: unknown): Renderer {
  const goTemplate = fieldAt(applicationSet, 'spec', 'goTemplate') === true;
  let missingKey: MissingKey = 'default';
  for (const option of goTemplate ? listAt(applicationSet, 'spec', 'goTemplateOptions') : []) {
    const known =
      typeof option === 'string' && Object.hasOwn(missingKeys, option) ? missingKeys[option] : undefined;
    if (known === undefined)
      throw new Refused(`goTemplateOptions has ${JSON.stringify(option)}, at which the controller panics`);
    missingKey = known;
  }
  const text = goTemplate ? goTemplateRenderer(missingKey) : fill;
  return {
    goTemplate,
    text,
    deep: (value, parameters, isKept = () => false) => deep(text, value, parameters, isKept),
  };
}

/** `{{ name }}` where a parameter has that name and is a text; anything else stays as it is. Source: fasttemplate, as Argo CD calls it. */
function fill(template: string, parameters: Parameters): string {
  return template.replaceAll(/\{\{(.*?)\}\}/gs, (whole, tag: string) => {
    const value = Object.hasOwn(parameters, tag.trim()) ? parameters[tag.trim()] : undefined;
    return typeof value === 'string' ? value : whole;
  });
}

function deep(
  text: Renderer['text'],
  value: unknown,
  parameters: Parameters,
  isKept: (key: string) => boolean,
): unknown {
  if (typeof value === 'string') return text(value, parameters);
  if (Array.isArray(value)) return value.map((item) => deep(text, item, parameters, isKept));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      text(key, parameters),
      isKept(key) ? inner : deep(text, inner, parameters, isKept),
    ]),
  );
}
