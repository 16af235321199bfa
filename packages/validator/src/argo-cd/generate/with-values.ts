import { isRecord } from '../../json/is-record.ts';
import { Refused } from '../go-template/failures.ts';
import { stringMap } from '../go-template/string-map.ts';
import type { Parameters, Renderer } from './renderer.ts';

/**
 * Parameters with the `values` of their generator, each rendered with the parameters.
 * Source: applicationset/generators/value_interpolation.go. @throws Refused, NotRendered
 */
export function withValues(parameters: Parameters, values: unknown, renderer: Renderer): Parameters {
  if (!isRecord(values) || Object.keys(values).length === 0) return parameters;
  const rendered = Object.entries(values).map(([key, value]) => {
    if (typeof value !== 'string') throw new Refused(`"${key}" of the values of a generator is no text`);
    return [key, renderer.text(value, parameters)] as const;
  });
  return renderer.goTemplate
    ? { ...parameters, values: stringMap(Object.fromEntries(rendered)) }
    : { ...parameters, ...Object.fromEntries(rendered.map(([key, value]) => [`values.${key}`, value])) };
}
