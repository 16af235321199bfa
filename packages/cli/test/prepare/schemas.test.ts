import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findDefinitions, findKubernetesSchemas } from '../../src/cache/schema-entries.ts';
import { readSchemaKinds, schemasOnDisk } from '../../src/cache/schema-files.ts';
import { PreparationError } from '../../src/prepare/preparation-error.ts';
import { prepare } from '../../src/prepare/prepare.ts';
import { onlyModule } from './support/module-proxy.ts';
import { keepLines, needs } from './support/needs.ts';
import { ownCache } from './support/own-cache.ts';

const definition = (plural: string, kind: string): string => `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: ${plural}.example.dev
spec:
  group: example.dev
  scope: Namespaced
  names: { plural: ${plural}, kind: ${kind} }
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              properties:
                size: { type: integer }
`;

const source = { module: 'example.dev/operator', version: 'v1.2.3', path: 'config/crds' };

describe('definitions in a Go module', () => {
  test('become schemas and stay as they are, and are not fetched again', async () => {
    const cache = await ownCache();
    await onlyModule(source.module, source.version, {
      'config/crds/a.yaml': `---\n${definition('apples', 'Apple')}---\n${definition('pears', 'Pear')}`,
      'config/crds/more/b.yml': definition('plums', 'Plum'),
      'config/crds/kustomization.yaml': 'resources: [a.yaml]\n',
      'config/other/c.yaml': definition('nuts', 'Nut'),
    });
    await prepare(needs({ definitions: [source] }), () => {});
    const folder = findDefinitions(source);
    const kinds = await readSchemaKinds(folder);
    expect(kinds.map(({ apiVersion, kind, namespaced }) => [apiVersion, kind, namespaced])).toEqual([
      ['example.dev/v1', 'Apple', true],
      ['example.dev/v1', 'Pear', true],
      ['example.dev/v1', 'Plum', true],
    ]);
    for (const { digest, kind } of kinds) {
      expect(await schemasOnDisk('/nowhere', folder).read(digest)).toContain(kind);
    }
    const definitions: unknown = JSON.parse(await readFile(join(folder, 'crds.json'), 'utf8'));
    expect(definitions).toMatchObject(
      ['Apple', 'Pear', 'Plum'].map((kind) => ({ spec: { names: { kind } } })),
    );
    expect(await readdir(join(cache, 'temporary'))).toEqual([]);
    const { lines, write } = keepLines();
    await prepare(needs({ definitions: [source] }), write);
    expect(lines).toEqual([]);
  });

  test('may be one file', async () => {
    await ownCache();
    await onlyModule(source.module, source.version, { 'all.gen.yaml': definition('apples', 'Apple') });
    const file = { ...source, path: './all.gen.yaml' };
    await prepare(needs({ definitions: [file] }), () => {});
    expect(await readSchemaKinds(findDefinitions(file))).toHaveLength(1);
  });

  test.each([
    [
      'a path without definitions',
      { path: 'docs' },
      /^There is no CustomResourceDefinition in example\.dev\/operator v1\.2\.3 at docs: /,
    ],
    [
      'a path that leads outside',
      { path: '../../../../../etc' },
      /^There is no CustomResourceDefinition in /,
    ],
    [
      'a file that is not YAML',
      { path: 'broken' },
      /^broken\/a\.yaml in example\.dev\/operator v1\.2\.3 is not readable as YAML: /,
    ],
    [
      'a version that is not there',
      { version: 'v9.9.9' },
      /^The Go module example\.dev\/operator v9\.9\.9 could not be fetched: /,
    ],
    [
      'a name that Go takes for a flag',
      { module: '-x' },
      /^The Go module -x v1\.2\.3 could not be fetched: /,
    ],
  ])('%s ends in one sentence, and leaves no entry', async (_, change, sentence) => {
    const cache = await ownCache();
    await onlyModule(source.module, source.version, {
      'docs/a.yaml': 'kind: Other\n',
      'broken/a.yaml': 'a: [\n',
    });
    const preparing = prepare(needs({ definitions: [{ ...source, ...change }] }), () => {});
    await expect(preparing).rejects.toThrow(PreparationError);
    await expect(preparing).rejects.toThrow(sentence);
    expect(await readdir(cache)).toEqual(['temporary']);
    expect(await readdir(join(cache, 'temporary'))).toEqual([]);
  });
});

describe('the schemas of a Kubernetes version', () => {
  test('come from the OpenAPI document of its module', async () => {
    await ownCache();
    const configMap = {
      type: 'object',
      properties: {
        metadata: { $ref: '#/definitions/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
        data: { type: 'object', additionalProperties: { type: 'string' } },
      },
      'x-kubernetes-group-version-kind': [{ group: '', version: 'v1', kind: 'ConfigMap' }],
    };
    const gvk = { group: '', version: 'v1', kind: 'ConfigMap' };
    const swagger = {
      swagger: '2.0',
      paths: {
        '/api/v1/namespaces/{namespace}/configmaps/{name}': {
          patch: { 'x-kubernetes-group-version-kind': gvk },
        },
      },
      definitions: {
        'io.k8s.api.core.v1.ConfigMap': configMap,
        'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta': {
          type: 'object',
          properties: { name: { type: 'string' } },
        },
      },
    };
    await onlyModule('k8s.io/kubernetes', 'v1.29.99', {
      'api/openapi-spec/swagger.json': JSON.stringify(swagger),
    });
    await prepare(needs({ kubernetes: ['1.29.99'] }), () => {});
    expect(await readSchemaKinds(findKubernetesSchemas('1.29.99'))).toMatchObject([
      { apiVersion: 'v1', kind: 'ConfigMap', namespaced: true },
    ]);
  });
});

test('a digest that no folder has is an error in one sentence', async () => {
  await expect(schemasOnDisk('/nowhere').read('abc')).rejects.toThrow('No schema abc is in the cache.');
});
