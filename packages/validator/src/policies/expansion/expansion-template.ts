import { fieldAt, listAt, textAt } from '../../json/fields.ts';
import type { LocatedObject } from '../../rendered/located-object.ts';
import type { Problem } from '../problem.ts';

/** An ExpansionTemplate: what other objects come of an object (the Pods of a Deployment), so that they are reviewed too. */
export interface ExpansionTemplate {
  readonly located: LocatedObject;
  readonly name: string;
  /** What it applies to, as `group/version/kind`. */
  readonly appliesTo: ReadonlySet<string>;
  /** Where in such an object the template of the others is: `spec.template`. */
  readonly source: readonly string[];
  readonly made: { readonly group: string; readonly version: string; readonly kind: string };
  /** What stands for the action of the constraint that is violated; empty: nothing does. */
  readonly action: string;
  /** Why Gatekeeper does not use it. */
  readonly problem: Problem | undefined;
}

/** Source: Gatekeeper 3.23.1, pkg/expansion/system.go (ValidateTemplate) and db.go (updateCycles). */
export function expansionTemplates(objects: readonly LocatedObject[]): readonly ExpansionTemplate[] {
  const read = objects.map(readTemplate);
  const usable = read.filter(({ problem }) => problem === undefined);
  return read.map((template) =>
    template.problem === undefined && comesBackTo(template, usable)
      ? {
          ...template,
          problem: {
            field: '/spec/generatedGVK',
            what: 'What it makes is expanded to what it applies to, again and again',
            hint: 'Take the kind out of applyTo in one of the templates of the circle.',
          },
        }
      : template,
  );
}

function readTemplate(located: LocatedObject): ExpansionTemplate {
  const { object } = located;
  const part = (key: string): string => textAt(object, 'spec', 'generatedGVK', key) ?? '';
  const made = { group: part('group'), version: part('version'), kind: part('kind') };
  const source = textAt(object, 'spec', 'templateSource') ?? '';
  const name = textAt(object, 'metadata', 'name') ?? '';
  const appliesTo = new Set(
    listAt(object, 'spec', 'applyTo').flatMap((entry) =>
      texts(entry, 'groups').flatMap((group) =>
        texts(entry, 'versions').flatMap((version) =>
          texts(entry, 'kinds').map((kind) => kindKey({ group, version, kind })),
        ),
      ),
    ),
  );
  return {
    located,
    name,
    appliesTo,
    source: source.split('.'),
    made,
    action: textAt(object, 'spec', 'enforcementAction') ?? '',
    problem: problemOf(object, { name, source, made, appliesTo }),
  };
}

function problemOf(
  object: unknown,
  template: Pick<ExpansionTemplate, 'name' | 'made' | 'appliesTo'> & { readonly source: string },
): Problem | undefined {
  const { name, source, made, appliesTo } = template;
  if (name === '' || name.length >= 64)
    return {
      field: '/metadata/name',
      what: name === '' ? 'It has no name' : 'Its name is longer than 63 characters',
      hint: 'Give it a name of at most 63 characters.',
    };
  if (source === '')
    return {
      field: '/spec/templateSource',
      what: 'It has no templateSource',
      hint: 'Say where the template of what is made is: spec.template for what makes Pods.',
    };
  if (made.kind === '' && made.version === '' && made.group === '')
    return {
      field: '/spec/generatedGVK',
      what: 'It does not say what is made',
      hint: 'Write the group, version and kind, such as version v1 and kind Pod.',
    };
  if (listAt(object, 'spec', 'applyTo').length === 0)
    return {
      field: '/spec/applyTo',
      what: 'It applies to nothing',
      hint: 'List the groups, versions and kinds of what makes others.',
    };
  return appliesTo.has(kindKey(made))
    ? {
        field: '/spec/generatedGVK',
        what: `It makes ${made.kind} and applies to ${made.kind}`,
        hint: 'Take the kind out of applyTo.',
      }
    : undefined;
}

/** Whether what a template makes leads, over others, to what the template applies to. */
function comesBackTo(template: ExpansionTemplate, all: readonly ExpansionTemplate[]): boolean {
  const seen = new Set<ExpansionTemplate>();
  const waiting = [template];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    const key = kindKey(one.made);
    for (const next of all) {
      if (!next.appliesTo.has(key)) continue;
      if (next === template) return true;
      if (!seen.has(next)) waiting.push(next);
      seen.add(next);
    }
  }
  return false;
}

export function kindKey({ group, version, kind }: ExpansionTemplate['made']): string {
  return `${group}/${version}/${kind}`;
}

function texts(entry: unknown, key: string): readonly string[] {
  const found = fieldAt(entry, key);
  return Array.isArray(found) ? found.filter((item) => typeof item === 'string') : [];
}
