import { evaluate, type MissingKey } from './evaluate.ts';
import { NotRendered } from './failures.ts';
import type { Node } from './nodes.ts';
import { parseTemplate } from './parse.ts';

/**
 * Renders Go templates as Argo CD does. One template is rendered for many Applications, so each is parsed once.
 *
 * @returns a function that throws Refused where Argo CD refuses a template, and NotRendered where a template uses what
 * is not rendered here.
 */
export function goTemplateRenderer(
  missingKey: MissingKey,
): (template: string, parameters: Readonly<Record<string, unknown>>) => string {
  const parsed = new Map<string, readonly Node[]>();
  return (template, parameters) => {
    if (!template.includes('{{')) return template;
    try {
      const nodes = parsed.get(template) ?? parseTemplate(template);
      parsed.set(template, nodes);
      return evaluate(nodes, parameters, missingKey);
    } catch (thrown) {
      // Nested deeper than the stack, or longer than a text can be.
      if (thrown instanceof RangeError)
        throw new NotRendered('a template as large as this is not rendered here');
      throw thrown;
    }
  };
}
