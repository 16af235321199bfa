import type { Explanation } from '@seatrial/compiler';
import type { CST } from 'yaml';
import { maxDepth } from '../json/stable-json.ts';
import type { Problem } from './problem.ts';

export const tooDeep: Explanation = {
  code: 'SEA3215',
  title: 'A document is nested too deeply',
  meaning: `Values nested deeper than ${maxDepth} levels meet the stack limits of the tools that read them; real objects stay below 60.`,
  fix: 'Look for a bracket that is never closed, or a generator that went astray.',
};

/** The depth at which a document is told to be too deep. */
export function depthProblem({ offset }: CST.Token): Problem {
  return {
    rule: tooDeep,
    offset,
    sentence: `The document is nested deeper than ${maxDepth} levels.`,
    hint: 'Look for a bracket that is never closed.',
  };
}
