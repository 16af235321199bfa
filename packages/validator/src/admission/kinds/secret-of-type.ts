import type { Field } from '../field.ts';
import { isRecord } from '../../json/is-record.ts';
import type { Refuse, Rule } from '../rule.ts';

const accountName = 'kubernetes.io/service-account.name';

/** Keys that a Secret of a type must have; of a list in it, at least one. */
const keys: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'kubernetes.io/dockercfg': [['.dockercfg']],
  'kubernetes.io/dockerconfigjson': [['.dockerconfigjson']],
  'kubernetes.io/basic-auth': [['username', 'password']],
  'kubernetes.io/ssh-auth': [['ssh-privatekey']],
  'kubernetes.io/tls': [['tls.crt'], ['tls.key']],
};

/** Source: core validation, `ValidateSecret`. */
export const secretOfType: Rule = {
  explanation: {
    code: 'SEA3152',
    title: 'A Secret lacks what its type needs',
    meaning:
      "A Secret of one of Kubernetes' own types has fixed keys: tls.crt and tls.key for kubernetes.io/tls, .dockerconfigjson with JSON " +
      'text for kubernetes.io/dockerconfigjson, and so on. An API server refuses it otherwise.',
    fix: 'Add the keys, or use the type Opaque.',
  },
  check(secret, refuse) {
    const type = secret.at('type').text ?? '';
    if (type === 'kubernetes.io/service-account-token') {
      const annotation = secret.at('metadata', 'annotations').at(accountName);
      if (annotation.isEmpty)
        refuse(annotation, 'is missing; a Secret of this type needs it', 'Name the ServiceAccount in it.');
    }
    for (const choice of Object.hasOwn(keys, type) ? (keys[type] ?? []) : []) {
      const present = choice.filter((key) => has(secret, key));
      const [first = ''] = choice;
      if (present.length === 0)
        refuse(
          secret.at('data', first),
          `is missing; a Secret of the type ${type} needs ${choice.join(' or ')}`,
          'Add it, or use the type Opaque.',
        );
      else if (type === 'kubernetes.io/ssh-auth' && isEmptyKey(secret, first))
        refuse(secret.at('data', first), 'is empty', 'Put the key into it.');
      else if (type.startsWith('kubernetes.io/dockerc')) checkJson(secret, first, refuse);
    }
  },
};

function has(secret: Field, key: string): boolean {
  // A key in `data` that is null is there, and empty.
  return [secret.at('data').value, secret.at('stringData').value].some(
    (data) => isRecord(data) && Object.hasOwn(data, key),
  );
}

function isEmptyKey(secret: Field, key: string): boolean {
  return secret.at('stringData', key).isEmpty && secret.at('data', key).isEmpty;
}

function checkJson(secret: Field, key: string, refuse: Refuse): void {
  const plain = secret.at('stringData', key);
  const encoded = secret.at('data', key);
  const field = plain.text === undefined ? encoded : plain;
  const text = plain.text ?? Buffer.from(encoded.text ?? '', 'base64').toString();
  if (!isJsonObject(text))
    refuse(field, 'is not the JSON text of an object', 'Put the JSON of a Docker configuration into it.');
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return value === null || isRecord(value);
  } catch {
    return false;
  }
}
