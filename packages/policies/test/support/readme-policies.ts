import * as shipped from '../../src/index.ts';
import type { MatchKinds } from '../../src/policy/match.ts';
import type { ParameterSchema } from '../../src/policy/constraint-template.ts';
import { casesOf, constraintsOf } from './read-cases.ts';

/** The chapter of README.md about each policy, made of its definition and its cases. */
export function readmePolicies(): string {
  return ['## The policies', ...shipped.policies.map(sectionOf)].join('\n\n');
}

function sectionOf(policy: shipped.ShippedPolicy): string {
  const { kind, about, source, kinds, references, template } = policy;
  const name = Object.entries(shipped).find(([, exported]) => exported === policy)?.[0] ?? '';
  const parameters = Object.entries(template.spec.crd.spec.validation?.openAPIV3Schema.properties ?? {});
  const facts = [
    `- Looks at: ${kindsText(kinds)}`,
    ...(references.length === 0 ? [] : [`- Looks up: ${references.map(({ kind }) => kind).join(', ')}`]),
    ...(source === undefined ? [] : [`- Source: ${source}`]),
    ...parameters.flatMap(([parameter, schema]) => parameterLines(parameter, schema)),
  ];
  return [`### ${name}`, `\`${kind}\`. ${about}`, facts.join('\n'), exampleOf(policy, name)].join('\n\n');
}

function kindsText(kinds: readonly MatchKinds[]): string {
  return kinds.flatMap(({ kinds }) => kinds).join(', ');
}

function parameterLines(path: string, schema: ParameterSchema): readonly string[] {
  const { type, items, description } = schema;
  const shown = type === 'array' ? `list of ${items?.type ?? 'any'}s` : type;
  const own =
    description === undefined ? `- \`${path}\` (${shown})` : `- \`${path}\` (${shown}): ${description}`;
  const fields = Object.entries(items?.properties ?? {});
  return [own, ...fields.flatMap(([field, inner]) => parameterLines(`${path}[].${field}`, inner))];
}

/** The constraint of the first denied case, as a model writes it, and what it says. */
function exampleOf(policy: shipped.ShippedPolicy, name: string): string {
  const [first] = casesOf(policy, 'denied');
  const constraint = constraintsOf(policy).find(
    ({ metadata }) => metadata.name === first?.content['constraint'],
  );
  const { parameters } = constraint?.spec ?? {};
  const spec = parameters === undefined ? '{}' : `{ parameters: ${literal(parameters)} }`;
  const messages = first?.content['violations'] as readonly string[];
  return [
    `\`\`\`ts\n${name}.objects({ '${constraint?.metadata.name ?? ''}': ${spec} });\n\`\`\``,
    ...messages.map((message) => `> ${message.replaceAll('*', String.raw`\*`)}`),
  ].join('\n\n');
}

function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'string' ? `'${value}'` : String(value);
  }
  return `{ ${Object.entries(value)
    .map(([key, field]) => `${key}: ${literal(field)}`)
    .join(', ')} }`;
}
