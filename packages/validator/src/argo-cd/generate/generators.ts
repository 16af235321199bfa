import { isRecord } from '../../json/is-record.ts';
import { fieldAt, listAt } from '../../json/fields.ts';
import { appendPointer } from '../../json/json-pointer.ts';
import type { RepositoryView } from '../../rendered/repository-view.ts';
import { NotRendered, Refused } from '../go-template/failures.ts';
import { clusterParameters } from './cluster-generator.ts';
import { combine } from './combine.ts';
import { flatten } from './flatten.ts';
import { gitParameters } from './git-generator.ts';
import { listParameters } from './list-generator.ts';
import type { RegisteredCluster } from './registered-cluster.ts';
import type { Parameters, Renderer } from './renderer.ts';
import { selects } from './selector.ts';

/** What generators look at beside their own fields. */
export interface GeneratorScope {
  readonly renderer: Renderer;
  readonly repository: RepositoryView;
  readonly clusters: readonly RegisteredCluster[];
}

const elsewhere: Readonly<Record<string, string>> = {
  scmProvider: 'the repositories of an organisation are only known to their provider',
  pullRequest: 'pull requests are only known to their provider',
  clusterDecisionResource: 'the resource that decides on clusters is only known to the cluster',
  plugin: 'only the plugin knows what it answers',
};

/** The name of a generator: `list`, `git`, … Undefined where it has none that Argo CD knows. */
export function generatorKind(generator: unknown): string | undefined {
  return isRecord(generator) ? kindsOf(generator)[0] : undefined;
}

/**
 * What a generator gives, one entry for an Application, in the order in which Argo CD makes them.
 *
 * @param outer what the first generator of a matrix gave, for its second one.
 * @throws Refused, NotRendered
 */
export function parametersOf(
  generator: unknown,
  scope: GeneratorScope,
  outer?: Parameters,
): readonly Parameters[] {
  const written = isRecord(generator) ? generator : {};
  const kinds = kindsOf(written);
  const [kind] = kinds;
  if (kind === undefined) throw new Refused(whyNone(written));
  if (kinds.length > 1)
    throw new NotRendered(`a generator that is ${kinds.join(' and ')} at once is not rendered here`);
  const reason = elsewhere[kind];
  if (reason !== undefined) throw new NotRendered(reason);
  const settled =
    outer === undefined || Object.keys(outer).length === 0
      ? written
      : scope.renderer.deep(written, outer, (key) => key === 'values' && kind !== 'list');
  const parameters = generate(kind, fieldAt(settled, kind), scope);
  const selector = written['selector'];
  return isRecord(selector) ? parameters.filter((each) => selects(selector, flatten(each))) : parameters;
}

const known = new Set(['list', 'clusters', 'git', 'matrix', 'merge', ...Object.keys(elsewhere)]);

function kindsOf(generator: Readonly<Record<string, unknown>>): readonly string[] {
  return [...known].filter((kind) => isRecord(generator[kind]));
}

function whyNone(generator: Readonly<Record<string, unknown>>): string {
  const empty = Object.keys(generator).find((key) => known.has(key));
  if (empty !== undefined) return `the generator ${empty} has nothing in it, and so is none`;
  const unknown = Object.keys(generator).find((key) => key !== 'selector');
  return unknown === undefined
    ? 'a generator is empty'
    : `${unknown} is no generator; there are ${[...known].sort().join(', ')}`;
}

function generate(kind: string, settings: unknown, scope: GeneratorScope): readonly Parameters[] {
  switch (kind) {
    case 'list':
      return listParameters(settings, scope.renderer.goTemplate);
    case 'clusters':
      return clusterParameters(settings, scope);
    case 'git':
      return gitParameters(settings, scope);
    case 'matrix':
      return matrixParameters(settings, scope);
    default:
      return mergeParameters(settings, scope);
  }
}

function matrixParameters(settings: unknown, scope: GeneratorScope): readonly Parameters[] {
  const children = listAt(settings, 'generators');
  if (children.length !== 2) throw new Refused(`a matrix has ${children.length} generators and wants two`);
  const made: Parameters[] = [];
  for (const first of parametersOf(children[0], scope)) {
    for (const second of parametersOf(children[1], scope, first))
      made.push(scope.renderer.goTemplate ? combine(second, first) : combineTexts(first, second));
    if (made.length > most) throw new NotRendered(`it makes more than ${most} sets of parameters`);
  }
  return made;
}

/** Sets of parameters of one matrix: as many Applications no Argo CD has, and a slip makes them by the million. */
const most = 20_000;

/** Without Go templates the two sets of a matrix must not say different things under one name. */
function combineTexts(first: Parameters, second: Parameters): Parameters {
  const left = flatten(first);
  const right = flatten(second);
  for (const [key, value] of Object.entries(right))
    if (Object.hasOwn(left, key) && left[key] !== value)
      throw new Refused(`both generators of the matrix give "${key}", "${left[key]}" and "${value}"`);
  return { ...left, ...right };
}

function mergeParameters(settings: unknown, scope: GeneratorScope): readonly Parameters[] {
  const children = listAt(settings, 'generators');
  const keys = listAt(settings, 'mergeKeys').filter((key) => typeof key === 'string');
  if (children.length < 2)
    throw new Refused(`a merge has ${children.length} generators and wants at least two`);
  if (keys.length === 0) throw new Refused('a merge has no mergeKeys');
  const [base = new Map<string, Parameters>(), ...overrides] = children.map((child) =>
    byMergeKeys(parametersOf(child, scope), keys),
  );
  return [...base].map(([key, parameters]) =>
    overrides.reduce<Parameters>((merged, override) => {
      const more = override.get(key) ?? {};
      return scope.renderer.goTemplate ? combine(merged, more) : Object.assign({}, merged, more);
    }, parameters),
  );
}

function byMergeKeys(all: readonly Parameters[], keys: readonly string[]): ReadonlyMap<string, Parameters> {
  const found = new Map<string, Parameters>();
  for (const parameters of all) {
    const values = keys.map((key) => (Object.hasOwn(parameters, key) ? parameters[key] : null));
    const key = JSON.stringify(values);
    if (found.has(key))
      throw new Refused(
        `two sets of parameters of a merge have the same ${keys.join(', ')} (${values.map(shown).join(', ')})`,
      );
    found.set(key, parameters);
  }
  return found;
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** JSON pointers of the generators of an ApplicationSet, with the generators. */
export function generatorsOf(
  applicationSet: unknown,
): readonly (readonly [pointer: string, generator: unknown])[] {
  return listAt(applicationSet, 'spec', 'generators').map((generator, index) => [
    appendPointer('/spec/generators', index),
    generator,
  ]);
}
