import { configMap, deployment, own, type Row } from './row.ts';

const item = (indent: string, name: string): string =>
  configMap('data:\n  a: x\n', name)
    .trimEnd()
    .split('\n')
    .map((line, at) => `${indent}${at === 0 ? '- ' : '  '}${line}\n`)
    .join('');
const listOf = (kind: string, items: string): Row['files'] => ({ 'list.yaml': `apiVersion: v1\nkind: ${kind}\nitems:\n${items}` });
const env = '          env:\n            - {name: A, value: "1"}\n            - {name: A, value: "2"}\n';

/** Lists, names, kinds, fields and whole objects. */
export const objectRows: readonly Row[] = [
  {
    row: 34,
    input: 'nested List',
    files: listOf('List', `- apiVersion: v1\n  kind: List\n  items:\n${item('  ', 'NAME')}${item('', 'NAME-2')}`),
    says: [],
  },
  { row: 35, input: 'items as a mapping', files: listOf('List', `  a: {apiVersion: v1, kind: ConfigMap, metadata: {name: ${own}}}\n`), says: [] },
  { row: 36, input: 'ConfigMapList', files: listOf('ConfigMapList', item('', 'NAME') + item('', 'NAME-2')), says: [] },
  { row: 36, input: 'ConfigMapList with a bad item', files: listOf('ConfigMapList', item('', 'NAME') + item('', 'NAME-2').replace('a: x', 'a: 5')), says: [] },
  { row: 37, input: 'null and a number as items', files: listOf('List', `${item('', 'NAME')}- null\n- 5\n`), says: [] },
  { row: 38, input: 'no name', files: { 'map.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {}\n' }, says: [] },
  { row: 38, input: 'metadata null', files: { 'map.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: null\n' }, says: [] },
  { row: 39, input: 'name', files: { 'map.yaml': configMap('', 'Foo_Bar') }, says: [] },
  { row: 39, input: 'emoji', files: { 'map.yaml': configMap('', 'party-🎉') }, says: [] },
  { row: 39, input: 'label of 64 characters', files: { 'map.yaml': configMap(`  labels:\n    tier: ${'x'.repeat(64)}\n`) }, says: [] },
  { row: 40, input: 'kind in lower case', files: { 'map.yaml': configMap('').replace('ConfigMap', 'configmap') }, says: [] },
  { row: 40, input: 'kind a number', files: { 'map.yaml': configMap('').replace('ConfigMap', '5') }, says: [] },
  { row: 40, input: 'kind a path', files: { 'map.yaml': configMap('').replace('ConfigMap', '../x') }, says: [] },
  { row: 41, input: 'specs', files: { 'deployment.yaml': deployment().replace('\nspec:', '\nspecs:') }, says: [] },
  { row: 41, input: 'unknown field', files: { 'deployment.yaml': deployment('', '          imagePullPolice: Always\n') }, says: [] },
  { row: 42, input: 'a variable twice', files: { 'deployment.yaml': deployment('', env) }, says: [] },
  {
    row: 42,
    input: 'a port twice',
    files: { 'deployment.yaml': deployment('', '          ports:\n            - {containerPort: 80}\n            - {containerPort: 80, protocol: TCP}\n') },
    says: [],
  },
  { row: 43, input: 'the same object twice', files: { 'one.yaml': configMap('data:\n  a: x\n'), 'two.yaml': configMap('data:\n  a: y\n') }, says: [] },
  {
    row: 44,
    input: 'memory',
    files: { 'deployment.yaml': deployment('', '          resources:\n            limits: {memory: 1.5Gib}\n') },
    says: [],
  },
  { row: 44, input: 'port', files: { 'deployment.yaml': deployment('', '          ports:\n            - {containerPort: 99999}\n') }, says: [] },
  {
    row: 44,
    input: 'base64',
    files: { 'secret.yaml': `apiVersion: v1\nkind: Secret\nmetadata:\n  name: ${own}\ndata:\n  token: not base64!\n` },
    says: [],
  },
  { row: 45, input: '2 MiB', files: { 'map.yaml': configMap(`data:\n  a: ${'x'.repeat(2 << 20)}\n`) }, says: [] },
  { row: 45, input: 'a key of 1 MB', files: { 'map.yaml': configMap(`data:\n  ${'k'.repeat(1_000_000)}: x\n`) }, says: [] },
  { row: 46, input: '20,000 deep', files: { 'map.yaml': configMap(`data:\n  a: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`) }, says: [] },
  { row: 50, input: 'selector', files: { 'deployment.yaml': deployment().replace(`labels: {app: ${own}}`, 'labels: {app: other}') }, says: [] },
  {
    row: 51,
    input: 'removed API',
    files: {
      'ingress.yaml': `apiVersion: extensions/v1beta1\nkind: Ingress\nmetadata:\n  name: ${own}\nspec:\n  backend: {serviceName: web, servicePort: 80}\n`,
    },
    says: [],
  },
  {
    row: 52,
    input: 'images name',
    files: { 'deployment.yaml': deployment(), 'kustomization.yaml': 'resources: [deployment.yaml]\nimages:\n  - name: "["\n    newTag: "2"\n' },
    says: [],
  },
];
