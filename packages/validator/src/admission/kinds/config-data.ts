import { bytesOf, decodedBytes, sizeName } from '../formats/bytes.ts';
import type { Field } from '../field.ts';
import { misfit } from '../formats/format.ts';
import { configKey } from '../formats/names.ts';
import type { Refuse, Rule } from '../rule.ts';
import { shown } from '../shown.ts';

const mostBytes = 1024 * 1024;

const explanation = {
  code: 'SEA3151',
  title: 'The data of a ConfigMap or Secret has a bad key or is too large',
  meaning:
    'A key becomes a file name: letters, digits, "-", "_" and ".", at most 253 of them. All values together have at most 1 MiB, and a key is ' +
    'either in data or in binaryData.',
  fix: 'Rename the key, or split the data over several objects.',
} as const;

/** Source: core validation, `ValidateConfigMap`. */
export const configMapData: Rule = {
  explanation,
  check(object, refuse) {
    const [data, binary] = [object.at('data'), object.at('binaryData')];
    checkKeys(data, refuse);
    checkKeys(binary, refuse);
    for (const [key, value] of data.entries)
      if (binary.at(key).isSet)
        refuse(value, `is set, and binaryData has the key ${shown(key)} too`, 'Keep one of the two.');
    checkSize([data, plainSize(data)], [binary, encodedSize(binary)], refuse);
  },
};

/** Source: core validation, `ValidateSecret`. */
export const secretData: Rule = {
  explanation,
  check(object, refuse) {
    const [data, plain] = [object.at('data'), object.at('stringData')];
    checkKeys(data, refuse);
    checkKeys(plain, refuse);
    const covered = data.entries.filter(([key]) => !plain.at(key).isSet);
    const encoded = covered.reduce((sum, [, value]) => sum + decodedBytes(value.text ?? ''), 0);
    checkSize([data, encoded], [plain, plainSize(plain)], refuse);
  },
};

function checkKeys(data: Field, refuse: Refuse): void {
  for (const [key, value] of data.entries) {
    const wrong = misfit(configKey, key);
    if (wrong !== undefined) refuse(value, `has a key that ${wrong.predicate}`, wrong.hint);
  }
}

type Sized = readonly [map: Field, bytes: number];

function checkSize(one: Sized, other: Sized, refuse: Refuse): void {
  const [larger, smaller] = one[1] >= other[1] ? [one, other] : [other, one];
  const bytes = larger[1] + smaller[1];
  if (bytes > mostBytes)
    refuse(
      larger[0],
      `holds ${sizeName(bytes)}${smaller[1] > 0 ? ` with ${smaller[0].name}` : ''}; a ConfigMap or Secret may hold at most 1 MiB`,
      'Split it, or keep large files in an image or a volume.',
    );
}

function plainSize(data: Field): number {
  return data.entries.reduce((sum, [, value]) => sum + bytesOf(value.text ?? ''), 0);
}

function encodedSize(data: Field): number {
  return data.entries.reduce((sum, [, value]) => sum + decodedBytes(value.text ?? ''), 0);
}
