import type { Severity } from '@seatrial/compiler';
import type { SetCheck } from '../check/check.ts';
import { fieldAt, listAt, textAt } from '../json/fields.ts';
import type { LocatedObject } from '../rendered/located-object.ts';
import { placeOf } from '../rendered/place-of.ts';
import { isTemplated } from './applications.ts';
import { expandedSetsOf } from './expansions.ts';

export const aParameterIsFilledIn: SetCheck = {
  rule: 'Every parameter of an ApplicationSet is filled in, and its names are legal',
  explanation: {
    code: 'SEA3520',
    title: 'A parameter of an ApplicationSet is not filled in, or makes an illegal name',
    meaning:
      'Without missingkey=error, a parameter that a generator does not give stays in the Application as {{name}} or becomes "<no value>". An Application whose name is empty or no DNS name is refused, and with it the whole set. A project, namespace or targetRevision that comes out empty is not refused: Argo CD takes the project default, no namespace, or HEAD (a warning).',
    fix: 'Correct the name of the parameter, give it in every element of the generator, and set goTemplateOptions: ["missingkey=error"].',
  },
  run(view, say) {
    for (const { set, expansion } of expandedSetsOf(view)) {
      const setName = textAt(set.located.object, 'metadata', 'name') ?? '';
      const said = new Set<string>();
      const wrong = (field: string, sentence: string, hint: string, severity: Severity = 'error'): void => {
        if (said.has(`${field} ${sentence}`)) return;
        said.add(`${field} ${sentence}`);
        say.wrong(placeOf(set.located, `/spec/template${field}`), { sentence, hint, severity });
      };
      for (const { object } of expansion.applications) {
        for (const [field, parameter, instead] of emptyFields(set.located.object, object))
          wrong(
            field,
            `The ApplicationSet ${setName} makes the Application ${textAt(object, 'metadata', 'name') ?? ''} with ${parameter} empty, so it has ${instead}.`,
            'Give the parameter in every element of the generator, or write the value that is meant into the template.',
            'warning',
          );
        for (const [field, value] of namedFields(object)) {
          if (!isTemplated(value) && !value.includes('<no value>')) continue;
          wrong(
            field,
            `The ApplicationSet ${setName} makes an Application with a parameter that is not filled in: ${value}.`,
            'Correct the parameter, or give it in every element of the generator.',
          );
        }
        const name = textAt(object, 'metadata', 'name') ?? '';
        if (isTemplated(name) || name.includes('<no value>') || isDnsName(name)) continue;
        wrong(
          '/metadata/name',
          name === ''
            ? `The ApplicationSet ${setName} makes an Application without a name.`
            : `The ApplicationSet ${setName} makes an Application with the name ${JSON.stringify(name)}, which is not legal.`,
          'A name has at most 253 lower-case letters, digits, "-" and "."; the function normalize makes one of any text.',
        );
      }
    }
  },
};

/** What Argo CD does without a word where a field is empty. */
const silent = [
  [['spec', 'project'], 'the project default'],
  [['spec', 'destination', 'namespace'], 'no namespace for what names none itself'],
  [['spec', 'source', 'targetRevision'], 'whatever HEAD is'],
] as const;

/** The fields that are nothing but one parameter in the template, and empty in an Application. */
function emptyFields(
  set: unknown,
  application: unknown,
): readonly (readonly [field: string, parameter: string, instead: string])[] {
  return silent.flatMap(([path, instead]) => {
    const parameter = textAt(set, 'spec', 'template', ...path)?.trim() ?? '';
    const isPlain = /^\{\{-?\s*\.?\w[\w.-]*\s*-?\}\}$/.test(parameter);
    return isPlain && textAt(application, ...path) === ''
      ? [[`/${path.join('/')}`, parameter, instead] as const]
      : [];
  });
}

/** The fields of an Application that mean something else, and so cannot hold a parameter. */
function namedFields(object: LocatedObject['object']): readonly (readonly [field: string, value: string])[] {
  const many = listAt(object, 'spec', 'sources');
  const sources =
    many.length > 0
      ? many.map((source, at) => [`/spec/sources/${at}`, source] as const)
      : [['/spec/source', fieldAt(object, 'spec', 'source')] as const];
  return [
    ['/metadata/name', textAt(object, 'metadata', 'name')] as const,
    ['/spec/project', textAt(object, 'spec', 'project')] as const,
    ...['name', 'server', 'namespace'].map(
      (key) => [`/spec/destination/${key}`, textAt(object, 'spec', 'destination', key)] as const,
    ),
    ...sources.flatMap(([pointer, source]) =>
      ['repoURL', 'path', 'targetRevision', 'chart'].map(
        (key) => [`${pointer}/${key}`, textAt(source, key)] as const,
      ),
    ),
  ].flatMap(([field, value]) => (value === undefined ? [] : [[field, value] as const]));
}

function isDnsName(name: string): boolean {
  return name.length <= 253 && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/.test(name);
}
