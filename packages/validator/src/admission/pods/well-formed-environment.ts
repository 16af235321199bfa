import { isAtLeast, type AdmissionContext } from '../context.ts';
import type { Field } from '../field.ts';
import { misfit, type Format } from '../formats/format.ts';
import {
  annotationKey,
  configKey,
  environmentName,
  qualifiedName,
  strictEnvironmentName,
  subdomain,
} from '../formats/names.ts';
import type { Refuse, Rule } from '../rule.ts';
import { setKeys } from '../set-keys.ts';
import { either, shown } from '../shown.ts';
import { containersOf } from './containers.ts';

const sources = ['fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef', 'fileKeyRef'] as const;
const fieldPaths = new Set(
  (
    'metadata.name metadata.namespace metadata.uid spec.nodeName spec.serviceAccountName ' +
    'status.hostIP status.hostIPs status.podIP status.podIPs'
  ).split(' '),
);

/** Source: core validation, `ValidateEnv`, `validateEnvVarValueFrom`, `validateObjectFieldSelector`, `ValidateEnvFrom`. */
export const wellFormedEnvironment: Rule = {
  explanation: {
    code: 'SEA3123',
    title: 'An environment variable of a container is malformed',
    meaning:
      'A variable has a name and either a value or exactly one source. A source is a field of the pod that can be read, a resource of the ' +
      'container, or a key of a ConfigMap or Secret. Before Kubernetes 1.32 the name may not begin with a digit.',
    fix: 'Correct the name, or leave exactly one of value and the sources.',
  },
  check(pod, refuse, context) {
    for (const container of containersOf(pod)) {
      for (const variable of container.at('env').items) checkVariable(variable, refuse, context);
      for (const source of container.at('envFrom').items) checkSource(source, refuse, context);
    }
  },
};

function checkVariable(variable: Field, refuse: Refuse, context: AdmissionContext): void {
  const [name, from] = [variable.at('name'), variable.at('valueFrom')];
  if (name.value === '') refuse(name, 'is empty', 'Give the variable a name.');
  else checkText(name, nameOfVariables(context), refuse);
  if (!from.isSet) return;
  const used = setKeys(from, sources);
  if (used.length === 0)
    refuse(from, `has no source: it needs ${either(sources.slice(0, 4))}`, 'Add a source.');
  else if (!variable.at('value').isEmpty)
    refuse(from, 'is set beside a value', 'Keep either value or valueFrom.');
  else if (used.length > 1)
    refuse(from, `has ${used.join(' and ')}; a variable has only one source`, 'Keep one of them.');
  checkFieldPath(from.at('fieldRef', 'fieldPath'), refuse);
  for (const key of ['configMapKeyRef', 'secretKeyRef']) {
    const reference = from.at(key);
    if (!reference.isSet) continue;
    if (reference.at('name').isEmpty)
      refuse(reference.at('name'), 'is missing', 'Name the object that holds the value.');
    else checkText(reference.at('name'), subdomain, refuse);
    if (reference.at('key').value === '') refuse(reference.at('key'), 'is empty', 'Name the key.');
    else checkText(reference.at('key'), configKey, refuse);
  }
}

function checkSource(source: Field, refuse: Refuse, context: AdmissionContext): void {
  if (!source.at('prefix').isEmpty) checkText(source.at('prefix'), nameOfVariables(context), refuse);
  const used = setKeys(source, ['configMapRef', 'secretRef']);
  if (used.length === 0)
    refuse(source, 'has no source: it needs configMapRef or secretRef', 'Add one of them.');
  else if (used.length > 1)
    refuse(source, 'has configMapRef and secretRef', 'Write two entries, one for each.');
  for (const key of used) {
    const name = source.at(key, 'name');
    if (name.isEmpty) refuse(name, 'is missing', 'Name the object that holds the values.');
    else checkText(name, subdomain, refuse);
  }
}

function checkFieldPath(path: Field, refuse: Refuse): void {
  const { text } = path;
  if (text === undefined) return;
  if (text === '') return refuse(path, 'is empty', 'Name the field of the pod.');
  const [, map, key] = /^(metadata\.(?:labels|annotations))\['(.*)'\]$/.exec(text) ?? [];
  const format = map === 'metadata.labels' ? qualifiedName : annotationKey;
  if (key === undefined ? fieldPaths.has(text) : format.accepts(key)) return;
  refuse(
    path,
    `is ${shown(text)}, which no variable can be taken from`,
    `Use one of ${[...fieldPaths].join(', ')}, metadata.labels['<key>'] and metadata.annotations['<key>'].`,
  );
}

function checkText(field: Field, format: Format, refuse: Refuse): void {
  const wrong = field.text === undefined ? undefined : misfit(format, field.text);
  if (wrong !== undefined) refuse(field, wrong.predicate, wrong.hint);
}

function nameOfVariables(context: AdmissionContext): Format {
  return isAtLeast(context, 32) ? environmentName : strictEnvironmentName;
}
