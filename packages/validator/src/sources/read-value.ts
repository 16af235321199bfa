import { isAlias, isMap, isScalar, isSeq, type ParsedNode, type Scalar, type YAMLSeq } from 'yaml';
import { Anchors, TooMuch } from './anchors.ts';
import { blockProblem } from './block-text.ts';
import { escapeProblem } from './escapes.ts';
import { flowTextProblem } from './flow-text.ts';
import { goScalar } from './go-scalar.ts';
import { notFinite } from './not-finite.ts';
import type { Problem } from './problem.ts';
import { quoteProblem } from './quotes.ts';
import { readMapping } from './read-mapping.ts';
import type { Reading } from './reading.ts';
import { mayBeDoubtful, scalarDoubts } from './scalar-doubt.ts';
import type { Position } from './source-text.ts';
import { tagProblem } from './tags.ts';

/** The value of a document, and what is wrong with it; without a value where reading it would not end. */
export interface ReadValue {
  readonly value?: unknown;
  readonly problems: readonly Problem[];
}

/**
 * Turns the nodes of a document into plain JSON as kustomize reads it: go-yaml v3 with merge keys, YAML 1.1's octal
 * numbers and times, and 1.2's booleans. Where another reader of the same file (kubectl and Argo CD take go-yaml v2
 * rules for plain folders, other tools YAML 1.2) sees another value, there is a problem.
 */
export function readValue(
  root: ParsedNode | null,
  text: string,
  at: (offset: number) => Position,
): ReadValue {
  const reading: Reading = {
    text,
    at,
    anchors: new Anchors(),
    problems: [],
    doubts: [],
    path: [],
    merged: new Set(),
    size: 0,
  };
  try {
    const value = root === null ? null : readNode(root, reading);
    return { value, problems: [...reading.problems, ...scalarDoubts(reading.doubts, value)] };
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    return { problems: [error.problem] };
  }
}

function readNode(node: ParsedNode | null, reading: Reading): unknown {
  reading.size += 1;
  if (node === null) return null;
  if (isAlias(node)) return reading.anchors.resolve(node, reading);
  if (node.tag !== undefined) reading.problems.push(tagProblem(node.range[0], reading.text));
  if (node.anchor === undefined) return readContent(node, reading);
  return reading.anchors.define(node.anchor, node.range[0], reading, () => readContent(node, reading));
}

function readContent(node: ParsedNode, reading: Reading): unknown {
  if (isMap(node)) return readMapping(node, reading, readNode);
  if (isSeq(node)) return readSequence(node, reading);
  return isScalar(node) ? readScalar(node, reading) : null;
}

function readSequence({ items, flow }: YAMLSeq.Parsed, reading: Reading): unknown[] {
  return items.map((item, index) => {
    const problem = flow === true ? flowTextProblem(item, reading.text) : undefined;
    if (problem !== undefined) reading.problems.push(problem);
    reading.path.push(index);
    const value = readNode(item as ParsedNode, reading);
    reading.path.pop();
    // An alias without a value keeps its place in the list.
    return value === undefined ? null : value;
  });
}

function readScalar(node: Scalar.Parsed, reading: Reading): unknown {
  const { type, value, range } = node;
  const text = String(value);
  if (type !== 'PLAIN') {
    const problem = problemOf(node, reading.text);
    if (problem !== undefined) reading.problems.push(problem);
    return text;
  }
  const scalar = goScalar(text);
  if (scalar.type === 'endless') reading.problems.push(notFinite(range[0], text));
  else if (mayBeDoubtful(scalar))
    reading.doubts.push({ text, scalar, offset: range[0], path: [...reading.path] });
  return scalar.value;
}

/** What is wrong with a text that is no plain one. */
function problemOf(node: Scalar.Parsed, text: string): Problem | undefined {
  if (node.type === 'QUOTE_DOUBLE') return escapeProblem(text, node.range);
  return node.type === 'QUOTE_SINGLE' ? quoteProblem(text, node.range) : blockProblem(node, text);
}
