import type { Field } from '../field.ts';
import { misfit } from '../formats/format.ts';
import { dnsLabelFromLetter, subdomain } from '../formats/names.ts';
import { repeated } from '../repeated.ts';
import type { Refuse, Rule } from '../rule.ts';
import { shown } from '../shown.ts';

/**
 * Of a CustomResourceDefinition.
 * Source: apiextensions validation, `ValidateCustomResourceDefinition`, `ValidateCustomResourceDefinitionNames`.
 */
export const definitionVersions: Rule = {
  explanation: {
    code: 'SEA3164',
    title: 'A CustomResourceDefinition contradicts itself',
    meaning:
      'A definition is named <plural>.<group>, its group has a dot, exactly one of its versions is the one that is stored, and every version ' +
      'has a schema. In a group under k8s.io or kubernetes.io it says where it was approved.',
    fix: 'Correct what the finding names.',
  },
  check(definition, refuse) {
    const spec = definition.at('spec');
    const [group, versions, plural] = [spec.at('group'), spec.at('versions'), spec.at('names', 'plural')];
    const name = definition.at('metadata', 'name');
    const wanted = `${plural.text ?? ''}.${group.text ?? ''}`;
    if (name.text !== undefined && name.text !== wanted && !plural.isEmpty && !group.isEmpty)
      refuse(
        name,
        `is ${shown(name.text)}; it must be the plural and the group: ${wanted}`,
        `Write ${wanted}.`,
      );
    checkGroup(group, refuse);
    checkApproval(definition, group, refuse);
    checkNames(spec.at('names'), refuse);
    if (!Array.isArray(versions.value)) return;
    for (const version of repeated(versions.items, (one) => one.at('name').text))
      refuse(
        version.at('name'),
        `is ${shown(version.at('name').value)}, as another version is named`,
        'Rename it.',
      );
    for (const version of versions.items) checkVersion(version, refuse);
    const stored = versions.items.filter((version) => version.at('storage').value === true).length;
    if (stored !== 1)
      refuse(
        versions,
        `has ${stored === 0 ? 'no version' : `${stored} versions`} with "storage: true"; it must be exactly one`,
        'Mark one version.',
      );
  },
};

function checkGroup(group: Field, refuse: Refuse): void {
  if (group.text === undefined) return;
  const wrong = misfit(subdomain, group.text);
  if (wrong !== undefined) refuse(group, wrong.predicate, wrong.hint);
  else if (!group.text.includes('.'))
    refuse(group, `is ${shown(group.text)}; a group of custom kinds has a dot`, 'Add a domain.');
}

const approved = 'api-approved.kubernetes.io';

/** Source: apiextensions validation, `validateAPIApproval`; apihelpers, `GetAPIApprovalState`. */
function checkApproval(definition: Field, group: Field, refuse: Refuse): void {
  if (!/(?:^|\.)(?:k8s|kubernetes)\.io$/.test(group.text ?? '')) return;
  const annotation = definition.at('metadata', 'annotations', approved);
  if (annotation.isEmpty)
    refuse(
      annotation,
      'is missing; a definition in a group of Kubernetes itself needs it',
      'Use a newer version of the definition, or a group of your own.',
    );
  else if (annotation.text?.startsWith('unapproved') === false && !URL.canParse(annotation.text))
    refuse(
      annotation,
      `is ${shown(annotation.text)}; it must be a URL, or begin with "unapproved"`,
      'Write where it was approved.',
    );
}

function checkVersion(version: Field, refuse: Refuse): void {
  const name = version.at('name');
  const wrong = name.text === undefined ? undefined : misfit(dnsLabelFromLetter, name.text);
  if (wrong !== undefined) refuse(name, wrong.predicate, wrong.hint);
  const schema = version.at('schema', 'openAPIV3Schema');
  if (!schema.isSet)
    refuse(
      schema,
      'is missing; every version has a schema',
      'Add one; "type: object" with "x-kubernetes-preserve-unknown-fields: true" takes everything.',
    );
  for (const column of version.at('additionalPrinterColumns').items) {
    const [title, type, path] = [column.at('name'), column.at('type'), column.at('jsonPath')];
    if (title.value === '') refuse(title, 'is empty', 'Give the column a name.');
    if (path.text !== undefined && !path.text.startsWith('.'))
      refuse(path, `is ${shown(path.text)}; it must be a path such as .spec.size`, 'Begin it with a dot.');
    const types = ['integer', 'number', 'string', 'boolean', 'date'];
    if (type.text !== undefined && !types.includes(type.text))
      refuse(
        type,
        `is ${shown(type.text)}; it must be one of ${types.join(', ')}`,
        'Use one of these words.',
      );
  }
}

function checkNames(names: Field, refuse: Refuse): void {
  for (const key of ['plural', 'singular', 'kind', 'listKind']) {
    const field = names.at(key);
    if (field.value === '' && (key === 'plural' || key === 'kind'))
      refuse(field, 'is empty', 'Write a name.');
    if (field.text === undefined || field.text === '') continue;
    const lower = key === 'kind' || key === 'listKind' ? field.text.toLowerCase() : field.text;
    const wrong = misfit(dnsLabelFromLetter, lower);
    if (wrong !== undefined)
      refuse(field, `is ${shown(field.text)}; it must be ${dnsLabelFromLetter.what}`, 'Correct it.');
  }
  const [kind, list] = [names.at('kind').text, names.at('listKind')];
  if (kind !== undefined && kind !== '' && kind === list.text)
    refuse(list, 'is the same as kind', `Write ${kind}List.`);
  for (const key of ['shortNames', 'categories']) {
    for (const field of names.at(key).items) {
      const wrong = field.text === undefined ? undefined : misfit(dnsLabelFromLetter, field.text);
      if (wrong !== undefined) refuse(field, wrong.predicate, wrong.hint);
    }
  }
}
