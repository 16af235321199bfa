import type { Field } from '../field.ts';
import { dnsLabelFromLetter } from '../formats/names.ts';
import { repeated } from '../repeated.ts';
import type { Refuse, Rule } from '../rule.ts';
import { shown } from '../shown.ts';
import { checkClient } from './webhook-calls.ts';
import { definitionVersions } from './definition-versions.ts';

/**
 * Of the `spec` of a CustomResourceDefinition: how its versions become each other, and what each offers beside objects.
 * Source: apiextensions validation, `ValidateCustomResourceConversion`, `ValidateCustomResourceDefinitionSubresources`.
 */
export const definitionConversion: Rule = {
  explanation: definitionVersions.explanation,
  check(spec, refuse) {
    const [strategy, webhook] = [spec.at('conversion', 'strategy'), spec.at('conversion', 'webhook')];
    if (strategy.text === 'Webhook') checkWebhook(webhook, refuse);
    for (const version of spec.at('versions').items) {
      const warning = version.at('deprecationWarning');
      if (warning.value === '') refuse(warning, 'is empty', 'Write what to use instead.');
      else if (warning.isSet && version.at('deprecated').value !== true)
        refuse(warning, 'is set, but the version is not deprecated', 'Add "deprecated: true".');
      checkScale(version.at('subresources', 'scale'), refuse);
    }
  },
};

function checkWebhook(webhook: Field, refuse: Refuse): void {
  const [client, versions] = [webhook.at('clientConfig'), webhook.at('conversionReviewVersions')];
  if (!client.isSet) refuse(client, 'is missing; the strategy is Webhook', 'Say where the webhook is.');
  checkClient(client, refuse);
  if (versions.isEmpty) refuse(versions, 'is empty', 'Add v1.');
  for (const version of versions.items)
    if (version.text !== undefined && !dnsLabelFromLetter.accepts(version.text))
      refuse(version, `is ${shown(version.text)}; it must be ${dnsLabelFromLetter.what}`, 'Write v1.');
  for (const version of repeated(versions.items, (one) => one.text))
    refuse(version, 'is there twice', 'Remove one of the two.');
  if (!versions.isEmpty && !versions.texts.some((version) => version === 'v1' || version === 'v1beta1'))
    refuse(versions, 'has no version that an API server speaks', 'Add v1.');
}

function checkScale(scale: Field, refuse: Refuse): void {
  for (const [key, prefixes, needed] of [
    ['specReplicasPath', ['.spec.'], true],
    ['statusReplicasPath', ['.status.'], true],
    ['labelSelectorPath', ['.spec.', '.status.'], false],
  ] as const) {
    const path = scale.at(key);
    if (path.value === '' && needed) refuse(path, 'is empty', `Write a path such as ${prefixes[0]}replicas.`);
    else if (
      path.text !== undefined &&
      path.text !== '' &&
      !prefixes.some((one) => path.text?.startsWith(one))
    )
      refuse(
        path,
        `is ${shown(path.text)}; it must begin with ${prefixes.join(' or ')}`,
        'Correct the path.',
      );
  }
}
