import { evaluate, type MissingKey } from './evaluate.ts';
import { parseTemplate } from './parse.ts';

/**
 * A Go template as Argo CD renders it.
 *
 * @throws Refused where Argo CD refuses it, NotRendered where it uses what is not rendered here.
 */
export function renderGoTemplate(
  template: string,
  parameters: Readonly<Record<string, unknown>>,
  missingKey: MissingKey,
): string {
  return template.includes('{{') ? evaluate(parseTemplate(template), parameters, missingKey) : template;
}
