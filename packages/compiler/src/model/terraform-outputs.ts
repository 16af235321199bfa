import { ModelError } from '../findings/model-error.ts';
import { didYouMean } from '../findings/nearest.ts';
import { isRecord } from '../objects/merge-patch.ts';

const checks = {
  string: (value: unknown): value is string => typeof value === 'string',
  number: (value: unknown): value is number => typeof value === 'number',
  boolean: (value: unknown): value is boolean => typeof value === 'boolean',
  'string[]': (value: unknown): value is string[] =>
    Array.isArray(value) && value.every((item) => typeof item === 'string'),
} as const;

/** A type that an output may be asked to have. */
export type TerraformType = keyof typeof checks;

/** What a model needs of `terraform output -json`: the type of each output by its name. */
export type TerraformShape = Readonly<Record<string, TerraformType>>;

/** The values of a checked shape. */
export type TerraformOutputs<Shape extends TerraformShape> = {
  readonly [Name in keyof Shape]: (typeof checks)[Shape[Name]] extends (value: unknown) => value is infer Value
    ? Value
    : never;
};

function describe(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}

interface Complaint {
  readonly sentence: string;
  readonly hint: string;
}

/** What is wrong with one output; undefined when nothing is. */
function complaint(
  name: string,
  type: TerraformType,
  outputs: Record<string, unknown>,
  source: string,
): Complaint | undefined {
  const output = outputs[name];
  if (output === undefined) {
    return { sentence: `${source} has no output "${name}"`, hint: didYouMean(name, Object.keys(outputs)) };
  }
  // Source: Terraform, "Command: output", `-json`: an object of name to sensitive, type and value.
  if (!isRecord(output) || !('value' in output)) {
    return { sentence: `output "${name}" of ${source} has no value`, hint: 'write the file with `terraform output -json`' };
  }
  if (output['sensitive'] === true) {
    return {
      sentence: `output "${name}" of ${source} is marked as sensitive, and a tree never holds a secret`,
      hint: 'keep it in a secret store and refer to it with externalSecrets',
    };
  }
  if (checks[type](output['value'])) return undefined;
  return {
    sentence: `output "${name}" of ${source} is ${describe(output['value'])} where a ${type} is needed`,
    hint: 'correct the output in Terraform, or the shape in the model',
  };
}

function refusal(complaints: readonly Complaint[]): ModelError {
  return new ModelError(complaints.map(({ sentence, hint }) => ({ code: 'SEA1040', severity: 'error', sentence, hint, place: {} })));
}

/**
 * Reads what `terraform output -json` printed, and checks that every output of `shape` is there with its type.
 * Outputs that the shape does not name are left alone.
 *
 * @param json The parsed file.
 * @param source Names the file in messages.
 * @throws {ModelError} when the file is not such an object, or an output is missing, of another type or sensitive.
 */
export function terraformOutputs<const Shape extends TerraformShape>(
  json: unknown,
  shape: Shape,
  source = 'the Terraform file',
): TerraformOutputs<Shape> {
  if (!isRecord(json)) {
    throw refusal([
      { sentence: `${source} holds ${describe(json)}, not an object`, hint: 'write the file with `terraform output -json`' },
    ]);
  }
  const complaints = Object.entries(shape).flatMap(([name, type]) => complaint(name, type, json, source) ?? []);
  if (complaints.length > 0) throw refusal(complaints);
  const values = Object.keys(shape).map((name) => [name, (json[name] as { value: unknown }).value] as const);
  return Object.freeze(Object.fromEntries(values)) as TerraformOutputs<Shape>;
}
