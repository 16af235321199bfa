import { misfit } from '../formats/format.ts';
import { dnsLabel } from '../formats/names.ts';
import { nameFormat } from '../object-name.ts';
import type { Rule } from '../rule.ts';
import { shown } from '../shown.ts';

/** Source: k8s.io/apimachinery, pkg/api/validation/objectmeta.go, `ValidateObjectMetaAccessor`. */
export const wellFormedName: Rule = {
  explanation: {
    code: 'SEA3101',
    title: 'The name of an object, or of its namespace, is malformed',
    meaning:
      'An API server takes only names that fit into a URL and, for most kinds, into DNS: lower-case letters, digits, "-" and ".", ' +
      'at most 253 characters; 63 and no "." where the name becomes a host name (Service, Namespace, StatefulSet).',
    fix: 'Rename the object as the finding says, and every reference to it.',
  },
  check(object, refuse, context) {
    const metadata = object.at('metadata');
    const format = nameFormat(object.at('apiVersion').text ?? '', object.at('kind').text ?? '', context);
    const [name, generated] = [metadata.at('name'), metadata.at('generateName')];
    if (!name.isSet && generated.isEmpty && (generated.isSet || context.schema === undefined))
      refuse(name, 'is missing', 'Give the object a name.');
    else if (name.isSet && name.text === undefined && context.schema === undefined)
      refuse(name, `is ${shown(name.value)}; it must be a text`, 'Put the name in quotes.');
    else if (name.text !== undefined && name.text !== '') {
      const wrong = misfit(format, name.text);
      if (wrong !== undefined) refuse(name, wrong.predicate, wrong.hint);
    } else if (name.text === '' && generated.isEmpty) refuse(name, 'is empty', 'Give the object a name.');
    if (generated.text !== undefined && generated.text !== '') {
      const wrong = misfit(format, masked(generated.text));
      if (wrong !== undefined)
        refuse(
          generated,
          `is ${shown(generated.text)}; it must be the beginning of ${format.what}`,
          wrong.hint,
        );
    }
    const namespace = metadata.at('namespace');
    if (namespace.text === undefined || namespace.text === '') return;
    const wrong = misfit(dnsLabel, namespace.text);
    if (wrong !== undefined) refuse(namespace, wrong.predicate, wrong.hint);
  },
};

/** The end of a `generateName` may be a "-", because letters follow it. Source: `maskTrailingDash`. */
function masked(text: string): string {
  return text.length > 1 && text.endsWith('-') ? `${text.slice(0, -2)}a` : text;
}
