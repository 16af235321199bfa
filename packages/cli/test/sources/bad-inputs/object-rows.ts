import { appliedByFlux, configMap, deployment, own, type Row } from './row.ts';

const item = (indent: string, name: string): string =>
  configMap('data:\n  a: x\n', name)
    .trimEnd()
    .split('\n')
    .map((line, at) => `${indent}${at === 0 ? '- ' : '  '}${line}\n`)
    .join('');
const listOf = (kind: string, items: string): Row['files'] => ({
  'list.yaml': `apiVersion: v1\nkind: ${kind}\nitems:\n${items}`,
});
const ports =
  '          ports:\n            - {containerPort: 80}\n            - {containerPort: 80, protocol: TCP}\n';
const env = '          env:\n            - {name: A, value: "1"}\n            - {name: A, value: "2"}\n';

const variable = {
  'app/map.yaml': configMap('', `${own}-\${FOO:=x}`),
  'app/kustomization.yaml': 'resources: [map.yaml]\n',
};

/** Lists, names, kinds, fields and whole objects. */
export const objectRows: readonly Row[] = [
  {
    row: 34,
    input: 'nested List',
    files: listOf(
      'List',
      `- apiVersion: v1\n  kind: List\n  items:\n${item('  ', 'NAME')}${item('', 'NAME-2')}`,
    ),
    says: [],
  },
  {
    row: 35,
    input: 'items as a mapping',
    files: listOf('List', `  a: {apiVersion: v1, kind: ConfigMap, metadata: {name: ${own}}}\n`),
    says: [
      'SEA3217 error list.yaml:3:1 The items of the List are a mapping, not a list, so nothing of it is applied.',
    ],
  },
  {
    row: 36,
    input: 'ConfigMapList',
    files: listOf('ConfigMapList', item('', 'NAME') + item('', 'NAME-2')),
    says: [],
  },
  {
    row: 36,
    input: 'ConfigMapList with a bad item',
    files: listOf('ConfigMapList', item('', 'NAME') + item('', 'NAME-2').replace('a: x', 'a: 5')),
    says: ['SEA3001 error list.yaml:15:5 /data/a data.a is a number; it must be a string.'],
  },
  {
    row: 37,
    input: 'null and a number as items',
    files: listOf('List', `${item('', 'NAME')}- null\n- 5\n`),
    says: [
      'SEA3217 error list.yaml:10:3 The item 1 of the List is empty, not an object.',
      'SEA3217 error list.yaml:11:3 The item 2 of the List is a number, not an object.',
    ],
  },
  {
    row: 38,
    input: 'no name',
    files: { 'map.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {}\n' },
    says: ['SEA3801 error map.yaml:3:1 A ConfigMap has no metadata.name.'],
  },
  {
    row: 38,
    input: 'metadata null',
    files: { 'map.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: null\n' },
    says: ['SEA3801 error map.yaml:3:1 A ConfigMap has no metadata.name.'],
  },
  {
    row: 39,
    input: 'name',
    files: { 'map.yaml': configMap('', 'Foo_Bar') },
    says: [
      'SEA3101 error map.yaml:4:3 /metadata/name metadata.name is "Foo_Bar"; it must be a DNS subdomain: lower-case letters, digits, "-" and ".", with a letter or digit at both ends of each part.',
    ],
  },
  {
    row: 39,
    input: 'emoji',
    files: { 'map.yaml': configMap('', 'party-🎉') },
    says: [
      'SEA3101 error map.yaml:4:3 /metadata/name metadata.name is "party-🎉"; it must be a DNS subdomain: lower-case letters, digits, "-" and ".", with a letter or digit at both ends of each part.',
    ],
  },
  {
    row: 39,
    input: 'label of 64 characters',
    files: { 'map.yaml': configMap(`  labels:\n    tier: ${'x'.repeat(64)}\n`) },
    says: [
      'SEA3102 error map.yaml:6:5 /metadata/labels/tier metadata.labels.tier has 64 characters; it must have at most 63.',
    ],
  },
  {
    row: 40,
    input: 'kind in lower case',
    files: { 'map.yaml': configMap('').replace('ConfigMap', 'configmap') },
    says: [
      'SEA3002 error map.yaml:2:1 /kind The kind "configmap" is not a name in CamelCase, such as Deployment.',
    ],
  },
  {
    row: 40,
    input: 'kind a number',
    files: { 'map.yaml': configMap('').replace('ConfigMap', '5') },
    says: ['SEA3002 error map.yaml:2:1 /kind The kind 5 is not a name in CamelCase, such as Deployment.'],
  },
  {
    row: 40,
    input: 'kind a path',
    files: { 'map.yaml': configMap('').replace('ConfigMap', '../x') },
    says: [
      'SEA3002 error map.yaml:2:1 /kind The kind "../x" is not a name in CamelCase, such as Deployment.',
    ],
  },
  {
    row: 41,
    input: 'specs',
    files: { 'deployment.yaml': deployment().replace('\nspec:', '\nspecs:') },
    says: ['SEA3001 error deployment.yaml:5:1 /specs specs is not a field of the schema.'],
  },
  {
    row: 41,
    input: 'unknown field',
    files: { 'deployment.yaml': deployment('', '          imagePullPolice: Always\n') },
    says: [
      'SEA3001 error deployment.yaml:15:11 /spec/template/spec/containers/0/imagePullPolice spec.template.spec.containers[0].imagePullPolice is not a field of the schema.',
    ],
  },
  {
    row: 42,
    input: 'a variable twice',
    files: { 'deployment.yaml': deployment('', env) },
    says: [
      'SEA3107 warning deployment.yaml:16:15 /spec/template/spec/containers/0/env/1 spec.template.spec.containers[0].env[1] has the key name "A", as item 0 of the list has.',
    ],
  },
  {
    row: 42,
    input: 'a variable that adds to itself',
    files: { 'deployment.yaml': deployment('', env.replace('"2"', '$(A):2')) },
    says: [],
  },
  {
    row: 42,
    input: 'a port twice, applied by Flux',
    files: {
      ...appliedByFlux(),
      'app/deployment.yaml': deployment('', ports),
      'app/kustomization.yaml': 'resources: [deployment.yaml]\n',
    },
    says: [
      'SEA3107 error app/deployment.yaml:17:15 /spec/template/spec/containers/0/ports/1 spec.template.spec.containers[0].ports[1] has the key containerPort 80 and protocol "TCP", as item 0 of the list has.',
    ],
  },
  {
    row: 42,
    input: 'a port twice',
    files: { 'deployment.yaml': deployment('', ports) },
    says: [
      'SEA3107 warning deployment.yaml:17:15 /spec/template/spec/containers/0/ports/1 spec.template.spec.containers[0].ports[1] has the key containerPort 80 and protocol "TCP", as item 0 of the list has.',
    ],
  },
  {
    row: 43,
    input: 'the same object twice',
    files: { 'one.yaml': configMap('data:\n  a: x\n'), 'two.yaml': configMap('data:\n  a: z\n') },
    says: ['SEA3805 error two.yaml:1:1 ConfigMap NAME comes twice, also in NAME/one.yaml:1.'],
  },
  {
    row: 44,
    input: 'memory',
    files: {
      'deployment.yaml': deployment('', '          resources:\n            limits: {memory: 1.5Gib}\n'),
    },
    says: [
      'SEA3001 error deployment.yaml:16:22 /spec/template/spec/containers/0/resources/limits/memory spec.template.spec.containers[0].resources.limits.memory is not a quantity.',
    ],
  },
  {
    row: 44,
    input: 'port',
    files: { 'deployment.yaml': deployment('', '          ports:\n            - {containerPort: 99999}\n') },
    says: [
      'SEA3112 error deployment.yaml:16:16 /spec/template/spec/containers/0/ports/0/containerPort spec.template.spec.containers[0].ports[0].containerPort is 99999; a port is a number from 1 to 65535.',
    ],
  },
  {
    row: 44,
    input: 'base64',
    files: {
      'secret.yaml': `apiVersion: v1\nkind: Secret\nmetadata:\n  name: ${own}\ndata:\n  token: not base64!\n`,
    },
    says: ['SEA3001 error secret.yaml:6:3 /data/token data.token is not base64.'],
  },
  {
    row: 45,
    input: '2 MiB',
    files: { 'map.yaml': configMap(`data:\n  a: ${'x'.repeat(2 << 20)}\n`) },
    says: [
      'SEA3151 error map.yaml:5:1 /data data holds 2 MiB; a ConfigMap or Secret may hold at most 1 MiB.',
    ],
  },
  {
    row: 45,
    input: 'a key of 1 MB',
    files: { 'map.yaml': configMap(`data:\n  ${'k'.repeat(1_000_000)}: x\n`) },
    says: ['SEA3203 error map.yaml:6:3 A key is longer than 1024 characters.'],
  },
  {
    row: 46,
    input: '20,000 deep',
    files: { 'map.yaml': configMap(`data:\n  a: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`) },
    says: ['SEA3215 error map.yaml:6:504 The document is nested deeper than 500 levels.'],
  },
  {
    row: 49,
    input: 'a Flux variable that is substituted',
    files: { ...appliedByFlux('  postBuild:\n    substitute: {BAR: z}\n'), ...variable },
    says: [],
  },
  {
    row: 49,
    input: 'a Flux variable that nothing substitutes',
    files: { ...appliedByFlux(), ...variable },
    says: [
      'SEA3101 error app/map.yaml:4:3 /metadata/name metadata.name is "NAME-${FOO:=x}"; it must be a DNS subdomain: lower-case letters, digits, "-" and ".", with a letter or digit at both ends of each part.',
    ],
  },
  {
    row: 49,
    input: 'the same in a text, where it may be meant as it is',
    files: { 'map.yaml': configMap('data:\n  run.sh: |\n    echo ${FOO:=x}\n') },
    says: [],
  },
  {
    row: 50,
    input: 'selector',
    files: { 'deployment.yaml': deployment().replace(`labels: {app: ${own}}`, 'labels: {app: other}') },
    says: [
      'SEA3140 error deployment.yaml:10:16 /spec/template/metadata/labels/app spec.template.metadata.labels.app is "other", but the selector wants "NAME".',
    ],
  },
  {
    row: 51,
    input: 'removed API',
    files: {
      'ingress.yaml': `apiVersion: extensions/v1beta1\nkind: Ingress\nmetadata:\n  name: ${own}\nspec:\n  backend: {serviceName: web, servicePort: 80}\n`,
    },
    says: [
      'SEA3003 error ingress.yaml:1:1 /apiVersion Kubernetes 1.29.15 does not serve extensions/v1beta1 Ingress: it was removed in 1.22.',
    ],
  },
  {
    row: 52,
    input: 'images name',
    files: {
      'deployment.yaml': deployment(),
      'kustomization.yaml': 'resources: [deployment.yaml]\nimages:\n  - name: "["\n    newTag: "2"\n',
    },
    says: [
      'SEA3806 error kustomization.yaml:3:5 The image name "[" is no regular expression, and kustomize crashes on it.',
    ],
  },
];
