import type { Rule } from '../rule.ts';
import { annotationKey } from '../formats/names.ts';
import { shown } from '../shown.ts';

/** Source: storage validation, `ValidateStorageClass`. */
export const provisioned: Rule = {
  explanation: {
    code: 'SEA3168',
    title: 'The provisioner of a StorageClass is malformed',
    meaning:
      'A StorageClass names the provisioner that makes its volumes, as a qualified name such as "ebs.csi.aws.com".',
    fix: 'Write the name of the CSI driver.',
  },
  check(provisioner, refuse) {
    const { text } = provisioner;
    if (text === '') refuse(provisioner, 'is empty', 'Name the CSI driver.');
    else if (text !== undefined && !annotationKey.accepts(text))
      refuse(provisioner, `is ${shown(text)}; it must be ${annotationKey.what}`, 'Correct it.');
  },
};
