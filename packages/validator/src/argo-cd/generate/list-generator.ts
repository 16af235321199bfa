import { isRecord } from '../../json/is-record.ts';
import { listAt, textAt } from '../../json/fields.ts';
import { Refused } from '../go-template/failures.ts';
import { parseYaml } from '../parse-yaml.ts';
import type { Parameters } from './renderer.ts';

/** Source: applicationset/generators/list.go. @throws Refused */
export function listParameters(settings: unknown, goTemplate: boolean): readonly Parameters[] {
  const elements = listAt(settings, 'elements').map((element) => {
    if (!isRecord(element)) throw new Refused(`the element ${JSON.stringify(element)} of a list is no map`);
    return goTemplate ? element : texts(element);
  });
  const more = textAt(settings, 'elementsYaml') ?? '';
  if (more === '') return elements;
  const parsed = parseYaml(more);
  if (!Array.isArray(parsed) || !parsed.every(isRecord)) throw new Refused('elementsYaml is no list of maps');
  return [...elements, ...(parsed as readonly Parameters[])];
}

function texts(element: Parameters): Parameters {
  return Object.fromEntries(
    Object.entries(element).flatMap(([key, value]): [string, unknown][] => {
      if (key === 'values') {
        if (!isRecord(value)) throw new Refused('"values" of an element of a list is no map');
        return Object.entries(texts(value)).map(([name, inner]) => [`values.${name}`, inner]);
      }
      if (typeof value !== 'string')
        throw new Refused(
          `"${key}" of an element of a list is ${JSON.stringify(value)}, and without goTemplate only texts pass`,
        );
      return [[key, value]];
    }),
  );
}
