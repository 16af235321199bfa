import { misfit } from '../formats/format.ts';
import { dnsLabelFromLetter, subdomain } from '../formats/names.ts';
import type { Rule } from '../rule.ts';
import { shown } from '../shown.ts';

/** Of an APIService. Source: kube-aggregator, pkg/apis/apiregistration/validation, `ValidateAPIService`. */
export const apiService: Rule = {
  explanation: {
    code: 'SEA3171',
    title: 'An APIService contradicts itself',
    meaning:
      'An APIService is named <version>.<group>; its certificate is checked unless it says otherwise, which only one with a Service can.',
    fix: 'Correct the name, and keep either caBundle or insecureSkipTLSVerify.',
  },
  check(object, refuse) {
    const spec = object.at('spec');
    const [name, group, version, service] = [
      object.at('metadata', 'name'),
      spec.at('group'),
      spec.at('version'),
      spec.at('service'),
    ];
    const wanted = `${version.text ?? ''}.${group.text ?? ''}`;
    if (name.text !== undefined && name.text !== wanted)
      refuse(name, `is ${shown(name.text)}; it must be the version and the group: ${wanted}`, `Correct it.`);
    for (const [field, format] of [
      [group, subdomain],
      [version, dnsLabelFromLetter],
    ] as const) {
      const wrong = field.isEmpty ? undefined : misfit(format, field.text ?? '');
      if (field.isEmpty) refuse(field, 'is missing', 'Write what the service serves.');
      else if (field.text !== undefined && wrong !== undefined) refuse(field, wrong.predicate, wrong.hint);
    }
    const skips = spec.at('insecureSkipTLSVerify');
    if (skips.value === true && !spec.at('caBundle').isEmpty)
      refuse(skips, 'is true beside a caBundle', 'Keep one of the two.');
    if (skips.value === true && !service.isSet)
      refuse(skips, 'is true, but the API server serves it itself', 'Remove it, or add the service.');
  },
};
