import { configMap, deployment, type Row } from './row.ts';

const data = (rest: string): Row['files'] => ({ 'map.yaml': configMap(`data:\n${rest}`) });

/** Keys and scalars that readers of YAML take for different things. */
export const valueRows: readonly Row[] = [
  { row: 23, input: 'integer key', files: data('  5: x\n'), says: [] },
  { row: 24, input: 'the keys true and on', files: data('  true: x\n  on: y\n'), says: [] },
  { row: 25, input: 'a list as a key', files: data('  ? [a]\n  : x\n'), says: [] },
  { row: 25, input: 'nothing as a key', files: data('  ~: x\n'), says: [] },
  { row: 26, input: 'no', files: data('  k: no\n'), says: [] },
  { row: 27, input: 'octal number', files: data('  mode: 0644\n'), says: [] },
  { row: 28, input: 'date', files: data('  k: 2024-01-01\n'), says: [] },
  { row: 29, input: 'numbers in disguise', files: data('  a: 1e10\n  b: 1_000\n  c: 0x1F\n'), says: [] },
  { row: 30, input: 'beyond 2^63', files: { 'deployment.yaml': deployment('  replicas: 99999999999999999999\n') }, says: [] },
  { row: 31, input: 'a fraction of a pod', files: { 'deployment.yaml': deployment('  replicas: 1.5\n') }, says: [] },
  { row: 31, input: 'a number in quotes', files: { 'deployment.yaml': deployment('  replicas: "2"\n') }, says: [] },
  { row: 32, input: 'no number', files: data('  a: .nan\n  b: .inf\n'), says: [] },
  { row: 33, input: '!!binary', files: data('  a: !!binary aGk=\n'), says: [] },
  { row: 33, input: 'custom tag', files: data('  a: !Ref other\n'), says: [] },
];
