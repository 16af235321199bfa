import fc from 'fast-check';

/** The files of a repository with kustomizations that stand on each other, and what is asked about them. */
export interface Tree {
  readonly files: Readonly<Record<string, string>>;
  /** Folders whose kustomizations can be built by themselves. */
  readonly roots: readonly string[];
  readonly asked: readonly Asked[];
}

/** One entry of a kustomization, made so that a build shows whether it had any effect. */
export interface Asked {
  readonly code: 'SEA3601' | 'SEA3602' | 'SEA3607';
  /** The kustomization file, and where the entry stands in it. */
  readonly file: string;
  readonly pointer: string;
  /** The builds in which it may have an effect: one is enough. */
  readonly roots: readonly string[];
  /** A text that its effect leaves in the objects. */
  readonly mark: string;
  /** It asks for what an object does not have, which is never said to be wrong: patches may take labels away. */
  readonly isNegative: boolean;
}

const names = ['api', 'web', 'db'] as const;
const kinds = ['Deployment', 'StatefulSet', 'ConfigMap', 'Widget'] as const;
const images = ['nginx:1', 'example.com/shop/api:1.4', 'example.com:5000/web@sha256:01', 'busybox'] as const;
const apiVersions = {
  Deployment: 'apps/v1',
  StatefulSet: 'apps/v1',
  ConfigMap: 'v1',
  Widget: 'example.com/v1',
};

interface Layer {
  readonly prefix: string;
  readonly suffix: string;
  readonly namespace: string;
  readonly labels: string;
  readonly generates: boolean;
}

const layer: fc.Arbitrary<Layer> = fc.record({
  prefix: fc.constantFrom('', '', 'p-'),
  suffix: fc.constantFrom('', '', '-s'),
  namespace: fc.constantFrom('', '', 'one', 'two'),
  labels: fc.constantFrom('', '', 'commonLabels', 'labels', 'commonAnnotations'),
  generates: fc.boolean(),
});

function layerText({ prefix, suffix, namespace, labels, generates }: Layer, name: string): string {
  return [
    prefix === '' ? '' : `namePrefix: ${prefix}\n`,
    suffix === '' ? '' : `nameSuffix: ${suffix}\n`,
    namespace === '' ? '' : `namespace: ${namespace}\n`,
    labels === 'labels'
      ? 'labels: [{pairs: {tier: low}}]\n'
      : labels === ''
        ? ''
        : `${labels}: {tier: low}\n`,
    generates ? `configMapGenerator: [{name: made-${name}, literals: [a=b]}]\n` : '',
  ].join('');
}

const object = fc.record({
  kind: fc.constantFrom(...kinds),
  name: fc.constantFrom(...names),
  namespace: fc.constantFrom('', '', 'one'),
  label: fc.constantFrom('', 'app: a', 'app: b'),
  image: fc.constantFrom(...images),
});

type Written = typeof object extends fc.Arbitrary<infer Value> ? Value : never;

function objectText({ kind, name, namespace, label, image }: Written): string {
  const metadata = [`name: ${name}`, namespace && `namespace: ${namespace}`, label && `labels: {${label}}`];
  return (
    `apiVersion: ${apiVersions[kind]}\nkind: ${kind}\nmetadata: {${metadata.filter(Boolean).join(', ')}}\n` +
    (kind === 'ConfigMap' ? '' : `spec: {template: {spec: {containers: [{name: app, image: '${image}'}]}}}\n`)
  );
}

const selector: fc.Arbitrary<string> = fc
  .record(
    {
      kind: fc.constantFrom(...kinds, 'Job', 'Depl.*', 'deployment'),
      name: fc.constantFrom(
        ...names,
        'p-api',
        'api-s',
        'p-web-s',
        'p-p-db',
        'a',
        'a.*',
        '(api|web)',
        'made-base',
        'made-.*',
      ),
      namespace: fc.constantFrom('one', 'two', 'default', 'on'),
      group: fc.constantFrom('apps', 'example.com', 'batch'),
      version: fc.constantFrom('v1', 'v2'),
      labelSelector: fc.constantFrom(
        'app=a',
        'app in (a,b)',
        'tier=low',
        '!app',
        'app',
        'tier!=low',
        'app==c',
      ),
      annotationSelector: fc.constantFrom('tier=low', 'tier', 'nothing=x'),
    },
    { requiredKeys: [] },
  )
  .filter((fields) => Object.keys(fields).length > 0 && Object.keys(fields).length < 4)
  .map(
    (fields) =>
      `{${Object.entries(fields)
        .map(([key, value]) => `${key}: "${value}"`)
        .join(', ')}}`,
  );

const imageName = fc.constantFrom(
  'nginx',
  'busybox',
  'example.com/shop/api',
  'api',
  'example.com:5000/web',
  '.*',
);

const questions = fc.record({
  patches: fc.array(selector, { maxLength: 3 }),
  replacements: fc.array(selector, { maxLength: 2 }),
  image: fc.option(imageName),
});

type Questions = typeof questions extends fc.Arbitrary<infer Value> ? Value : never;

/** The entries of a kustomization that are asked about, and the questions. */
function askedText(
  { patches, replacements, image }: Questions,
  folder: string,
  roots: readonly string[],
): { readonly text: string; readonly asked: readonly Asked[] } {
  const file = `${folder}/kustomization.yaml`;
  const patchTexts = patches.map(
    (target, at) =>
      `  - target: ${target}\n    patch: '{apiVersion: v1, kind: Any, metadata: {name: any}, spec: {patch-${folder}-${at}: "1"}}'\n`,
  );
  const replacementTexts = replacements.map(
    (select, at) =>
      `  - source: {kind: Source, name: source-${folder}}\n    targets:\n      - {select: ${select}, fieldPaths: [spec.replacement-${folder}-${at}], options: {create: true}}\n`,
  );
  const text = [
    patchTexts.length === 0 ? '' : `patches:\n${patchTexts.join('')}`,
    replacementTexts.length === 0 ? '' : `replacements:\n${replacementTexts.join('')}`,
    image === null ? '' : `images:\n  - {name: '${image}', newTag: tag-${folder}}\n`,
  ].join('');
  const asked = [
    ...patches.map((target, at): Asked => ({
      code: 'SEA3601',
      file,
      pointer: `/patches/${at}/target`,
      roots,
      mark: `patch-${folder}-${at}`,
      isNegative: target.includes('!'),
    })),
    ...replacements.map((select, at): Asked => ({
      code: 'SEA3602',
      file,
      pointer: `/replacements/${at}/targets/0`,
      roots,
      mark: `replacement-${folder}-${at}`,
      isNegative: select.includes('!'),
    })),
    ...(image === null
      ? []
      : [
          {
            code: 'SEA3607',
            file,
            pointer: '/images/0',
            roots,
            mark: `tag-${folder}`,
            isNegative: false,
          } as const,
        ]),
  ];
  return { text, asked };
}

/**
 * Two roots, `top` and `side`, that share the folder `mid` or its base, and a component that either or both use. What is
 * asked stands in the roots, in `mid` and in the component.
 */
export const tree: fc.Arbitrary<Tree> = fc
  .record({
    objects: fc.uniqueArray(object, {
      minLength: 1,
      maxLength: 4,
      selector: ({ kind, name }) => `${kind} ${name}`,
    }),
    layers: fc.tuple(layer, layer, layer, layer),
    asks: fc.tuple(questions, questions, questions, questions),
    sideUses: fc.constantFrom('base', 'mid'),
    component: fc.constantFrom('', 'top', 'side', 'both'),
  })
  .map(({ objects, layers: [base, mid, top, side], asks, sideUses, component }) => {
    const users = component === 'both' ? ['top', 'side'] : component === '' ? [] : [component];
    const [ofMid, ofTop, ofSide, ofPart] = asks;
    // The entries of a user run after those of its component, and may write over what they leave behind.
    const parts = [
      askedText(ofMid, 'mid', ['mid']),
      askedText(users.includes('top') ? { ...ofTop, image: null } : ofTop, 'top', ['top']),
      askedText(users.includes('side') ? { ...ofSide, image: null } : ofSide, 'side', ['side']),
      ...(users.length === 0 ? [] : [askedText(ofPart, 'part', users)]),
    ];
    const files: Record<string, string> = {
      'base/objects.yaml': objects.map(objectText).join('---\n'),
      'base/kustomization.yaml': `resources: [objects.yaml]\n${layerText(base, 'base')}`,
    };
    const add = (folder: string, resources: string, own: string, asked: string): void => {
      const source = `apiVersion: example.com/v1\nkind: Source\nmetadata: {name: source-${folder}}\n`;
      const used = users.includes(folder) ? 'components: [../part]\n' : '';
      files[`${folder}/source.yaml`] = source;
      files[`${folder}/kustomization.yaml`] = `${resources}${own}${used}${asked}`;
    };
    add('mid', 'resources: [../base, source.yaml]\n', layerText(mid, 'mid'), parts[0]?.text ?? '');
    add('top', 'resources: [../mid, source.yaml]\n', layerText(top, 'top'), parts[1]?.text ?? '');
    add('side', `resources: [../${sideUses}, source.yaml]\n`, layerText(side, 'side'), parts[2]?.text ?? '');
    if (users.length > 0)
      add(
        'part',
        'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: [source.yaml]\n',
        '',
        parts[3]?.text ?? '',
      );
    return {
      files,
      roots: ['mid', 'top', 'side'],
      asked: parts.flatMap(({ asked }) => asked),
    };
  });
