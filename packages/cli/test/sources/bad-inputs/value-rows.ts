import { configMap, deployment, type Row } from './row.ts';

const data = (rest: string): Row['files'] => ({ 'map.yaml': configMap(`data:\n${rest}`) });

/** Keys and scalars that readers of YAML take for different things. */
export const valueRows: readonly Row[] = [
  {
    row: 23,
    input: 'integer key',
    files: data('  5: x\n'),
    says: ['SEA3211 error map.yaml:6:3 The key 5 is a number, not text.'],
  },
  {
    row: 24,
    input: 'the keys true and on',
    files: data('  true: x\n  on: z\n'),
    says: [
      'SEA3211 error map.yaml:6:3 The key true is a boolean, not text.',
      'SEA3211 warning map.yaml:7:3 The key on is text to kustomize, and a boolean to kubectl and Argo CD.',
    ],
  },
  {
    row: 25,
    input: 'a list as a key',
    files: data('  ? [a]\n  : x\n'),
    says: ['SEA3211 error map.yaml:6:5 A key is a mapping, a list or an alias, not text.'],
  },
  {
    row: 25,
    input: 'nothing as a key',
    files: data('  ~: x\n'),
    says: ['SEA3211 error map.yaml:6:3 The key ~ is the YAML word for nothing, not text.'],
  },
  {
    row: 26,
    input: 'no',
    files: data('  k: no\n'),
    says: [
      'SEA3212 warning map.yaml:6:6 no without quotes is text to kustomize, and false to kubectl and Argo CD.',
    ],
  },
  {
    row: 27,
    input: 'octal number',
    files: data('  mode: 0644\n'),
    says: [
      'SEA3212 error map.yaml:6:9 0644 is an octal number to kustomize and kubectl, which read 420; to YAML 1.2 it is 644.',
      'SEA3001 error map.yaml:6:3 /data/mode data.mode is a number; it must be a string.',
    ],
  },
  {
    row: 28,
    input: 'date',
    files: data('  k: 2024-01-01\n'),
    says: [
      'SEA3212 error map.yaml:6:6 2024-01-01 without quotes is a time to kustomize, which writes 2024-01-01T00:00:00Z in its place.',
    ],
  },
  {
    row: 29,
    input: 'numbers in disguise',
    files: data('  a: 1e10\n  b: 1_000\n  c: 0x1F\n'),
    says: [
      'SEA3212 error map.yaml:6:6 1e10 without quotes is the number 10000000000, not the text that must stand here.',
      'SEA3212 error map.yaml:7:6 1_000 is the number 1000 to kustomize and kubectl, and text to YAML 1.2.',
      'SEA3212 error map.yaml:8:6 0x1F without quotes is the number 31, not the text that must stand here.',
      'SEA3001 error map.yaml:6:3 /data/a data.a is a number; it must be a string.',
      'SEA3001 error map.yaml:7:3 /data/b data.b is a number; it must be a string.',
      'SEA3001 error map.yaml:8:3 /data/c data.c is a number; it must be a string.',
    ],
  },
  {
    row: 30,
    input: 'beyond 2^63',
    files: { 'deployment.yaml': deployment('  replicas: 99999999999999999999\n') },
    says: [
      'SEA3001 error deployment.yaml:6:3 /spec/replicas spec.replicas is 100000000000000000000; it must be at most 2147483647.',
    ],
  },
  {
    row: 31,
    input: 'a fraction of a pod',
    files: { 'deployment.yaml': deployment('  replicas: 1.5\n') },
    says: [
      'SEA3001 error deployment.yaml:6:3 /spec/replicas spec.replicas is a number; it must be an integer.',
    ],
  },
  {
    row: 31,
    input: 'a number in quotes',
    files: { 'deployment.yaml': deployment('  replicas: "2"\n') },
    says: [
      'SEA3001 error deployment.yaml:6:3 /spec/replicas spec.replicas is a string; it must be an integer.',
    ],
  },
  {
    row: 32,
    input: 'no number',
    files: data('  a: .nan\n  b: .inf\n'),
    says: [
      'SEA3213 error map.yaml:6:6 .nan is a number without end in YAML, which JSON cannot hold.',
      'SEA3213 error map.yaml:7:6 .inf is a number without end in YAML, which JSON cannot hold.',
    ],
  },
  {
    row: 33,
    input: '!!binary',
    files: data('  a: !!binary aGk=\n'),
    says: [
      'SEA3214 error map.yaml:6:6 The value has the YAML tag !!binary, which tools follow, drop or refuse as they like.',
    ],
  },
  {
    row: 33,
    input: 'custom tag',
    files: data('  a: !Ref other\n'),
    says: [
      'SEA3214 error map.yaml:6:6 The value has the YAML tag !Ref, which tools follow, drop or refuse as they like.',
    ],
  },
];
