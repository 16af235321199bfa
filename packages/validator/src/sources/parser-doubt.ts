import type { Explanation } from '@seatrial/compiler';

export const parserDoubt: Explanation = {
  code: 'SEA3221',
  title: 'YAML parsers read this text differently',
  meaning:
    'The YAML parser of Go, which kustomize and kubectl use, departs from the YAML specification here: the cluster gets another value than other ' +
    'tools see.',
  fix: 'Write the value in the plain form that the finding names.',
};
