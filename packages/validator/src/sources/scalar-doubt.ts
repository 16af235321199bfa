import type { Explanation } from '@seatrial/compiler';
import type { GoScalar } from './go-scalar.ts';
import { isOldBoolean, oldBoolean } from './old-booleans.ts';
import type { Problem } from './problem.ts';
import { mustBeText } from './text-places.ts';

export const doubtfulScalar: Explanation = {
  code: 'SEA3212',
  title: 'A value without quotes is read in more than one way',
  meaning:
    'kustomize, kubectl and tools of YAML 1.2 disagree about words such as no and on, numbers such as 0644 and 1_000, and dates. kustomize rewrites ' +
    'dates and numbers, so the cluster gets another text than the one in the file.',
  fix: 'Put the value into quotes where it is text; write numbers in plain decimals.',
};

/** A plain scalar that may mean one thing to one reader and another to the next. */
export interface ScalarDoubt {
  readonly text: string;
  readonly scalar: GoScalar;
  readonly offset: number;
  readonly path: readonly (string | number)[];
}

/** A cheap look at what most scalars are not. */
export function mayBeDoubtful(scalar: GoScalar): boolean {
  return scalar.type === 'text'
    ? isOldBoolean(scalar.value)
    : scalar.type === 'number' || scalar.type === 'time';
}

/** The problems of the doubtful scalars of a document, which needs its value: where only text may stand, more is wrong. */
export function scalarDoubts(doubts: readonly ScalarDoubt[], document: unknown): readonly Problem[] {
  return doubts.flatMap((doubt) => {
    const words = wordsOf(doubt, mustBeText(doubt.path, document));
    const hint = `Put it into quotes if it is text: "${doubt.text}".`;
    return words === undefined ? [] : [{ rule: doubtfulScalar, offset: doubt.offset, hint, ...words }];
  });
}

type Words = Pick<Problem, 'sentence' | 'severity'> & Partial<Pick<Problem, 'hint'>>;

function wordsOf({ text, scalar, path }: ScalarDoubt, isTextPlace: boolean): Words | undefined {
  const severity = isTextPlace ? 'error' : 'warning';
  switch (scalar.type) {
    case 'text':
      return {
        severity: 'warning',
        sentence: `${text} without quotes is text to kustomize, and ${oldBoolean(text)} to kubectl and Argo CD.`,
        hint: `Write "${text}" where text is meant, ${oldBoolean(text)} where a boolean is.`,
      };
    case 'time':
      if (scalar.value === text) return undefined;
      return {
        severity: 'error',
        sentence: `${text} without quotes is a time to kustomize, which writes ${scalar.value} in its place.`,
      };
    case 'number':
      return numberWords(text, scalar.value, path, isTextPlace, severity);
    default:
      return undefined;
  }
}

function numberWords(
  text: string,
  value: number,
  path: readonly (string | number)[],
  isTextPlace: boolean,
  severity: 'error' | 'warning',
): Words | undefined {
  if (String(value) === text || (Number.isInteger(value) && /^-?[1-9][0-9]*$/.test(text))) return undefined;
  const octal = /^[-+]?0[0-7_]+$/.test(text);
  if (octal && isFileMode(path)) return undefined;
  if (octal || /^[-+]?0[0-9_]+$/.test(text)) {
    return {
      severity,
      sentence: `${text} is ${octal ? 'an octal number' : 'a number'} to kustomize and kubectl, which read ${value}; to YAML 1.2 it is ${plainDecimal(text)}.`,
      hint: `Write ${value} where a number is meant, "${text}" where text is.`,
    };
  }
  if (text.includes('_')) {
    return {
      severity,
      sentence: `${text} is the number ${value} to kustomize and kubectl, and text to YAML 1.2.`,
      hint: `Write ${value} where a number is meant, "${text}" where text is.`,
    };
  }
  if (!isTextPlace) return undefined;
  return {
    severity,
    sentence: `${text} without quotes is the number ${value}, not the text that must stand here.`,
  };
}

/** Kubernetes' own documentation writes file modes as `0644`, and every reader of objects takes 420. */
function isFileMode(path: readonly (string | number)[]): boolean {
  const key = path.at(-1);
  return key === 'defaultMode' || (key === 'mode' && path.at(-3) === 'items');
}

function plainDecimal(text: string): string {
  return String(Number(text.replaceAll('_', '')));
}
