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
  readonly [Name in keyof Shape]: (typeof checks)[Shape[Name]] extends (
    value: unknown,
  ) => value is infer Value
    ? Value
    : never;
};

const howToWrite = 'write the file with `terraform output -json`';

function describe(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}

/** What is wrong with one output, and the way out; undefined when nothing is. */
function complaint(
  name: string,
  type: TerraformType,
  outputs: Record<string, unknown>,
  source: string,
): string | undefined {
  const output = outputs[name];
  if (output === undefined)
    return `${source} has no output "${name}": ${didYouMean(name, Object.keys(outputs))}`;
  // Source: Terraform, "Command: output", `-json`: an object of name to sensitive, type and value.
  if (!isRecord(output) || !('value' in output))
    return `output "${name}" of ${source} has no value: ${howToWrite}`;
  if (output['sensitive'] === true) {
    return `output "${name}" of ${source} is sensitive, and a tree never holds a secret: refer to it with externalSecrets`;
  }
  if (checks[type](output['value'])) return undefined;
  return `output "${name}" of ${source} is ${describe(output['value'])} where a ${type} is needed`;
}

/**
 * Reads what `terraform output -json` printed, and checks that every output of `shape` is there with its type.
 * Outputs that the shape does not name are left alone.
 *
 * @param json The parsed file.
 * @param source Names the file in messages.
 * @throws {Error} with every output that is missing, of another type or sensitive, a line each; also when `json` is
 *   no such object at all. The message never holds a value.
 */
export function terraformOutputs<const Shape extends TerraformShape>(
  json: unknown,
  shape: Shape,
  source: string,
): TerraformOutputs<Shape> {
  if (!isRecord(json)) throw new Error(`${source} holds ${describe(json)}, not an object: ${howToWrite}`);
  const complaints = Object.entries(shape).flatMap(
    ([name, type]) => complaint(name, type, json, source) ?? [],
  );
  if (complaints.length > 0) throw new Error(complaints.join('\n'));
  const values = Object.keys(shape).map((name) => [name, (json[name] as { value: unknown }).value] as const);
  return Object.freeze(Object.fromEntries(values)) as TerraformOutputs<Shape>;
}
