import type { Explanation } from '@seatrial/compiler';
import { isMap, isScalar, type ParsedNode, type YAMLMap } from 'yaml';
import { goScalar } from './go-scalar.ts';
import type { Problem } from './problem.ts';
import { isOldBoolean } from './old-booleans.ts';
import { unrenderedAt } from './unrendered-template.ts';

export const keyNotText: Explanation = {
  code: 'SEA3211',
  title: 'A key is not text',
  meaning:
    'The keys of a Kubernetes object are text. YAML reads a key without quotes as a number, a boolean, a time or nothing when it looks like one: ' +
    'kustomize refuses it, and other tools rename it ("on" and "yes" become "true").',
  fix: 'Put the key into quotes.',
};

/** What is wrong with a key, as Go reads it. */
export function keyProblem(key: ParsedNode, parent: YAMLMap.Parsed, text: string): Problem | undefined {
  if (!isScalar(key)) return compound(key, parent, text);
  const { type, value, range } = key;
  if (type !== 'PLAIN') return value === '<<' ? quotedMerge(range[0]) : undefined;
  const name = String(value);
  const scalar = goScalar(name);
  if (scalar.type === 'text') {
    if (!isOldBoolean(name)) return undefined;
    return {
      rule: keyNotText,
      offset: range[0],
      severity: 'warning',
      sentence: `The key ${name} is text to kustomize, and a boolean to kubectl and Argo CD.`,
      hint: `Put it into quotes: "${name}".`,
    };
  }
  return {
    rule: keyNotText,
    offset: range[0],
    sentence: name === '' ? 'A key is empty.' : `The key ${name} is ${words[scalar.type]}, not text.`,
    hint: name === '' ? 'Write the key before the colon.' : `Put it into quotes: "${name}".`,
  };
}

const words = {
  null: 'the YAML word for nothing',
  boolean: 'a boolean',
  number: 'a number',
  time: 'a time',
  endless: 'a number without end',
} as const;

function compound(key: ParsedNode, parent: YAMLMap.Parsed, text: string): Problem {
  const start = parent.range[0];
  // `{{ .Values.x }}` is a mapping whose key is a mapping.
  if (isMap(key) && text.startsWith('{{', start)) return unrenderedAt(text, start);
  return {
    rule: keyNotText,
    offset: key.range[0],
    sentence: 'A key is a mapping, a list or an alias, not text.',
    hint: 'Write the key as plain or quoted text.',
  };
}

function quotedMerge(offset: number): Problem {
  return {
    rule: keyNotText,
    offset,
    sentence: 'The key "<<" in quotes is text to YAML, and is dropped by kustomize.',
    hint: 'Leave the quotes out where a merge is meant, or choose another key.',
  };
}
