import {
  describeObject,
  objectId,
  objectKey,
  type Finding,
  type KubernetesObject,
  type ObjectId,
  type Place,
} from '@seatrial/compiler';
import { jsonDifferences } from './json-differences.ts';

/** Differences of one object that are named; more would hide the others. */
const mostFields = 5;

/** Longest text of a value in a sentence. */
const longestValue = 80;

/** Two sets of objects that are to be the same, and where they come from. */
export interface Comparison {
  readonly expected: readonly KubernetesObject[];
  readonly actual: readonly KubernetesObject[];
  /** What made the actual ones: `kustomize`, `helm`. */
  readonly maker: string;
  readonly place: Place;
}

/** What is missing, superfluous or different: the same set by group, kind, namespace and name, equal as JSON values. */
export function compareObjects({ expected, actual, maker, place }: Comparison): readonly Finding[] {
  const findings: Finding[] = [];
  const left = new Map(actual.map((object) => [objectKey(objectId(object)), object]));
  for (const object of expected) {
    const id = objectId(object);
    const found = left.get(objectKey(id));
    left.delete(objectKey(id));
    if (found === undefined) findings.push(missing(id, maker, place));
    else {
      for (const difference of jsonDifferences(object, found, mostFields)) {
        const { pointer } = difference;
        const values = `the model means ${shown(difference.expected)}, ${maker} makes ${shown(difference.actual)}`;
        findings.push({
          code: 'SEA4003',
          severity: 'error',
          sentence: `${describeObject(id)} differs at ${pointer === '' ? 'its root' : pointer}: ${values}.`,
          hint: compileOrReport,
          place: { ...place, object: id, field: pointer },
        });
      }
    }
  }
  return [...findings, ...[...left.values()].map((object) => superfluous(objectId(object), maker, place))];
}

const compileOrReport =
  'Run `seatrial compile`; when `compile --check` finds nothing and this stays, it is a defect of seatrial: please report it.';

function missing(id: ObjectId, maker: string, place: Place): Finding {
  return {
    code: 'SEA4001',
    severity: 'error',
    sentence: `${describeObject(id)} is in the model, and ${maker} does not make it.`,
    hint: compileOrReport,
    place: { ...place, object: id },
  };
}

function superfluous(id: ObjectId, maker: string, place: Place): Finding {
  return {
    code: 'SEA4002',
    severity: 'error',
    sentence: `${maker} makes ${describeObject(id)}, which is not in the model.`,
    hint: compileOrReport,
    place: { ...place, object: id },
  };
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
}
