import { configMap, type Row } from './row.ts';

const levels = [...'abcdefghi'].map((name, at) =>
  at === 0
    ? '  a: &a [x, x, x, x, x, x, x, x, x]'
    : `  ${name}: &${name} [${Array(9)
        .fill(`*${'abcdefgh'[at - 1]}`)
        .join(', ')}]`,
);

/** Anchors, merges, documents and syntax. */
export const yamlRows: readonly Row[] = [
  {
    row: 1,
    input: 'duplicate key',
    files: { 'map.yaml': configMap('data:\n  a: x\n  b: w\n  a: z\n') },
    says: ['SEA3208 error map.yaml:8:3 The key "a" is written twice, in line 6 and in line 8.'],
  },
  {
    row: 2,
    input: 'merge << and an own key',
    files: { 'map.yaml': configMap('data:\n  <<: &base {a: base, b: base}\n  a: own\n') },
    says: [],
  },
  {
    row: 3,
    input: 'unknown alias',
    files: { 'map.yaml': configMap('data:\n  a: *nowhere\n') },
    says: ['SEA3209 error map.yaml:6:6 The alias *nowhere names no anchor above it in this document.'],
  },
  {
    row: 4,
    input: 'alias bomb',
    files: { 'map.yaml': configMap(`data:\n${levels.join('\n')}\n`) },
    says: ['SEA3210 error map.yaml:12:10 The aliases of this document expand to more than 1,000,000 values.'],
  },
  {
    row: 5,
    input: 'alias cycle',
    files: { 'map.yaml': configMap('data: &self\n  a: *self\n') },
    says: [
      'SEA3210 error map.yaml:6:6 The alias *self stands inside the value of its own anchor and has no end.',
    ],
  },
  {
    row: 12,
    input: 'tab as indentation',
    files: { 'map.yaml': configMap('data:\n\ta: x\n') },
    says: ['SEA3204 error map.yaml:6:1 The line is indented with a tab, which YAML does not allow.'],
  },
  {
    row: 15,
    input: 'empty file',
    files: { 'map.yaml': '' },
    says: ['SEA3219 warning map.yaml:1:1 The file holds no objects.'],
  },
  {
    row: 15,
    input: 'comments',
    files: { 'map.yaml': '# nothing\n' },
    says: ['SEA3219 warning map.yaml:1:1 The file holds no objects.'],
  },
  {
    row: 15,
    input: 'only a separator',
    files: { 'map.yaml': '---\n' },
    says: ['SEA3219 warning map.yaml:1:1 The file holds no objects.'],
  },
  {
    row: 16,
    input: 'scalar at the top',
    files: { 'map.yaml': 'hello\n' },
    says: ['SEA3217 error map.yaml:1:1 The document is a text, where an object is expected.'],
  },
  {
    row: 16,
    input: 'sequence at the top',
    files: { 'map.yaml': '- a\n- b\n' },
    says: ['SEA3217 error map.yaml:1:1 The document is a list, where an object is expected.'],
  },
  {
    row: 17,
    input: 'content behind the dashes',
    files: {
      'map.yaml':
        '--- {apiVersion: v1, kind: ConfigMap, metadata: {name: NAME}}\n--- {apiVersion: v1, kind: ConfigMap, metadata: {name: NAME-2}}\n',
    },
    says: [
      'SEA3207 error map.yaml:2:1 "{apiVersion: v1, kind: ConfigMap, metada…" stands on the line of a document separator, which kustomize refuses.',
    ],
  },
  {
    row: 18,
    input: 'a document behind ...',
    files: { 'map.yaml': `${configMap('')}...\n${configMap('', 'NAME-2')}` },
    says: [
      'SEA3207 error map.yaml:5:1 What follows "..." is lost: kustomize ends the document there and reads no further one.',
    ],
  },
  {
    row: 19,
    input: 'two JSON objects on two lines',
    files: {
      'map.yaml':
        '{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "NAME"}}\n{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "NAME-2"}}\n',
    },
    says: [
      'SEA3207 error map.yaml:2:1 A second value follows without a document separator; tools that read only the first lose it.',
    ],
  },
  {
    row: 20,
    input: 'four dashes',
    files: { 'map.yaml': `${configMap('')}----\n${configMap('', 'NAME-2')}` },
    says: ['SEA3207 error map.yaml:5:1 The line "----" is no document separator, though it begins like one.'],
  },
  {
    row: 21,
    input: '%YAML',
    files: { 'map.yaml': `%YAML 1.2\n---\n${configMap('')}` },
    says: [
      'SEA3207 error map.yaml:1:1 The directive %YAML is refused by kustomize, and changes how other tools read the file.',
    ],
  },
  {
    row: 22,
    input: 'dashes inside a block scalar',
    files: { 'map.yaml': configMap('data:\n  a: |\n    ---\n    ...\n') },
    says: [],
  },
  {
    row: 47,
    input: 'Helm braces',
    files: { 'map.yaml': configMap('data:\n  a: {{ .Values.x }}\n') },
    says: ['SEA3206 error map.yaml:6:6 The file is an unrendered template: it holds {{ .Values.x }}.'],
  },
  {
    row: 48,
    input: 'conflict markers',
    files: { 'map.yaml': configMap('data:\n<<<<<<< HEAD\n  a: b\n=======\n  a: c\n>>>>>>> other\n') },
    says: ['SEA3205 error map.yaml:6:1 A merge conflict is not resolved: the line "<<<<<<< HEAD" is Git\'s.'],
  },
];
