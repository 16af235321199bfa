import { Ajv, type ValidateFunction } from 'ajv';
import type { SchemaBundle } from '@seatrial/validator';

/** Whether ajv, which knows nothing of kubeconform, accepts a value under the schema of a kind in a bundle. */
export function accepts(bundle: SchemaBundle, apiVersion: string, kind: string, value: unknown): boolean {
  const found = bundle.kinds.find((one) => one.apiVersion === apiVersion && one.kind === kind);
  if (found === undefined) throw new Error(`There is no ${apiVersion} ${kind} in the bundle.`);
  return acceptsText(bundle.schemas[found.digest] ?? '', value);
}

const compiled = new Map<string, ValidateFunction>();

export function acceptsText(schema: string, value: unknown): boolean {
  const validate = compiled.get(schema) ?? compile(schema);
  compiled.set(schema, validate);
  return validate(JSON.parse(JSON.stringify(value)));
}

function compile(schema: string): ValidateFunction {
  // Every schema has its own ajv: they share names of definitions. Dates are kubeconform's business here.
  const ajv = new Ajv({
    strict: false,
    formats: { 'date-time': (text) => !Number.isNaN(Date.parse(text)), duration: true },
  });
  return ajv.compile(JSON.parse(schema) as object);
}
