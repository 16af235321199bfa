import { configMap, type Row } from './row.ts';

const levels = [...'abcdefghi'].map((name, at) =>
  at === 0
    ? '  a: &a [x, x, x, x, x, x, x, x, x]'
    : `  ${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[at - 1]}`).join(', ')}]`,
);

/** Anchors, merges, documents and syntax. */
export const yamlRows: readonly Row[] = [
  { row: 1, input: 'duplicate key', files: { 'map.yaml': configMap('data:\n  a: x\n  b: w\n  a: z\n') }, says: [] },
  {
    row: 2,
    input: 'merge << and an own key',
    files: { 'map.yaml': configMap('data:\n  <<: &base {a: base, b: base}\n  a: own\n') },
    says: [],
  },
  { row: 3, input: 'unknown alias', files: { 'map.yaml': configMap('data:\n  a: *nowhere\n') }, says: [] },
  { row: 4, input: 'alias bomb', files: { 'map.yaml': configMap(`data:\n${levels.join('\n')}\n`) }, says: [] },
  { row: 5, input: 'alias cycle', files: { 'map.yaml': configMap('data: &self\n  a: *self\n') }, says: [] },
  { row: 12, input: 'tab as indentation', files: { 'map.yaml': configMap('data:\n\ta: x\n') }, says: [] },
  { row: 15, input: 'empty file', files: { 'map.yaml': '' }, says: [] },
  { row: 15, input: 'comments', files: { 'map.yaml': '# nothing\n' }, says: [] },
  { row: 15, input: 'only a separator', files: { 'map.yaml': '---\n' }, says: [] },
  { row: 16, input: 'scalar at the top', files: { 'map.yaml': 'hello\n' }, says: [] },
  { row: 16, input: 'sequence at the top', files: { 'map.yaml': '- a\n- b\n' }, says: [] },
  {
    row: 17,
    input: 'content behind the dashes',
    files: { 'map.yaml': '--- {apiVersion: v1, kind: ConfigMap, metadata: {name: NAME}}\n--- {apiVersion: v1, kind: ConfigMap, metadata: {name: NAME-2}}\n' },
    says: [],
  },
  {
    row: 18,
    input: 'a document behind ...',
    files: { 'map.yaml': `${configMap('')}...\n${configMap('', 'NAME-2')}` },
    says: [],
  },
  {
    row: 19,
    input: 'two JSON objects on two lines',
    files: { 'map.yaml': '{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "NAME"}}\n{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "NAME-2"}}\n' },
    says: [],
  },
  { row: 20, input: 'four dashes', files: { 'map.yaml': `${configMap('')}----\n${configMap('', 'NAME-2')}` }, says: [] },
  { row: 21, input: '%YAML', files: { 'map.yaml': `%YAML 1.2\n---\n${configMap('')}` }, says: [] },
  { row: 22, input: 'dashes inside a block scalar', files: { 'map.yaml': configMap('data:\n  a: |\n    ---\n    ...\n') }, says: [] },
  { row: 47, input: 'Helm braces', files: { 'map.yaml': configMap('data:\n  a: {{ .Values.x }}\n') }, says: [] },
  {
    row: 48,
    input: 'conflict markers',
    files: { 'map.yaml': configMap('data:\n<<<<<<< HEAD\n  a: b\n=======\n  a: c\n>>>>>>> other\n') },
    says: [],
  },
];
