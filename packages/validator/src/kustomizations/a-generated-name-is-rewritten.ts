import type { Check } from '../check/check.ts';
import { listAt, recordAt, textAt } from '../json/fields.ts';
import { isRecord } from '../json/is-record.ts';
import { appendPointer } from '../json/json-pointer.ts';
import type { Accumulated } from './accumulated.ts';
import type { KustomizationView } from './kustomization-view.ts';

export const aGeneratedNameIsRewritten: Check<KustomizationView> = {
  rule: 'A reference to a generated ConfigMap or Secret is rewritten',
  explanation: {
    code: 'SEA3609',
    title: 'A custom resource refers to a generated name that kustomize does not rewrite',
    meaning:
      'A generator adds a hash to the name of its ConfigMap or Secret, and kustomize rewrites the references that it knows: those of built-in kinds. A ' +
      'field of a custom resource keeps the name without the hash, which does not exist in the cluster.',
    fix: 'Name the field in a file under "configurations", with nameReference; or give the generator options.disableNameSuffixHash: true.',
  },
  run(view, say) {
    const generated = hashedNames(view);
    if (generated.size === 0 || teaches(view)) return;
    for (const one of view.before.flatMap(({ objects }) => objects)) {
      const { source } = one;
      if (source === undefined || !isCustom(one)) continue;
      for (const { pointer, kind, name } of references(one.object)) {
        if (generated.get(name) !== kind) continue;
        say.wrong(
          { source: { file: source.file, ...source.locate(pointer) } },
          {
            severity: 'warning',
            sentence: `kustomize does not rewrite the name ${name} here: ${view.file} generates the ${kind} with a hash behind its name.`,
            hint: `Add nameReference for ${one.kind} in a file under "configurations", or set options.disableNameSuffixHash of the generator.`,
          },
        );
      }
    }
  },
};

type Kind = 'ConfigMap' | 'Secret';

/** The generators of this very kustomization that add a hash. */
function hashedNames({ fields }: KustomizationView): ReadonlyMap<string, Kind> {
  const names = new Map<string, Kind>();
  for (const [field, kind] of [
    ['configMapGenerator', 'ConfigMap'],
    ['secretGenerator', 'Secret'],
  ] as const) {
    for (const generator of listAt(fields, field)) {
      const options = { ...recordAt(fields, 'generatorOptions'), ...recordAt(generator, 'options') };
      const name = textAt(generator, 'name');
      if (name !== undefined && options['disableNameSuffixHash'] !== true) names.set(name, kind);
    }
  }
  return names;
}

/** Whether the kustomization tells kustomize about more references. */
function teaches({ fields }: KustomizationView): boolean {
  return ['configurations', 'crds', 'transformers'].some((field) => listAt(fields, field).length > 0);
}

function isCustom({ group }: Accumulated): boolean {
  return group.includes('.') && !group.endsWith('.k8s.io');
}

interface Reference {
  readonly pointer: string;
  readonly kind: Kind;
  readonly name: string;
}

/** Texts of an object that stand where a ConfigMap or Secret is named, by the words around them. */
function references(object: unknown): readonly Reference[] {
  const found: Reference[] = [];
  const walk = (value: unknown, pointer: string, around: Kind | undefined): void => {
    if (Array.isArray(value)) {
      for (const [index, item] of (value as unknown[]).entries())
        walk(item, appendPointer(pointer, index), around);
    } else if (isRecord(value)) {
      const said = value['kind'] === 'ConfigMap' || value['kind'] === 'Secret' ? value['kind'] : undefined;
      for (const [key, below] of Object.entries(value)) {
        const named = said ?? kindIn(key) ?? around;
        if (typeof below === 'string') {
          if (named !== undefined && (kindIn(key) !== undefined || key === 'name'))
            found.push({ pointer: appendPointer(pointer, key), kind: named, name: below });
        } else walk(below, appendPointer(pointer, key), kindIn(key) ?? said);
      }
    } else if (typeof value === 'string' && around !== undefined)
      found.push({ pointer, kind: around, name: value });
  };
  for (const [key, value] of Object.entries(recordAt(object)))
    if (key !== 'metadata' && key !== 'status') walk(value, `/${key}`, undefined);
  return found;
}

function kindIn(key: string): Kind | undefined {
  if (/config_?map/i.test(key)) return 'ConfigMap';
  return /secret/i.test(key) ? 'Secret' : undefined;
}
