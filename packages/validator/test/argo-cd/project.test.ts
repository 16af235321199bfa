import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ControlPlane } from '../../src/argo-cd/control-plane.ts';
import { listMatches } from '../../src/argo-cd/glob.ts';
import { permitsDestination, permitsKind, permitsSource, textsAt } from '../../src/argo-cd/project.ts';

interface Question {
  readonly spec: unknown;
  readonly permitted: boolean;
  readonly url?: string;
  readonly namespace?: string;
  readonly server?: string;
  readonly name?: string;
  readonly group?: string;
  readonly kind?: string;
  readonly namespaced?: boolean;
  /** Namespace of an Application. */
  readonly app?: string;
}

/** What the AppProject of Argo CD 3.4.2 itself answered: IsSourcePermitted, IsDestinationPermitted, IsGroupKindNamePermitted, IsAppNamespacePermitted. */
const questions = JSON.parse(
  readFileSync(new URL('recorded/permitted-by-argo-cd.json', import.meta.url), 'utf8'),
) as readonly Question[];

const plane = { repositories: [] as ControlPlane['repositories'] } as ControlPlane;

function answer({
  spec,
  url,
  namespace,
  server = '',
  name = '',
  group = '',
  kind,
  namespaced = false,
  app = '',
}: Question): unknown {
  const project = { metadata: { name: 'p' }, spec };
  if (url !== undefined) return permitsSource(project, url, plane);
  if (namespace !== undefined) return permitsDestination(project, { server, name }, namespace);
  if (kind !== undefined) return permitsKind(project, { group, kind, name }, namespaced);
  return app === '' || listMatches(textsAt(project, 'sourceNamespaces'), app);
}

describe('a project permits what Argo CD permits', () => {
  test.each([
    ['sources', (each: Question) => each.url !== undefined],
    ['destinations', (each: Question) => each.namespace !== undefined],
    ['kinds', (each: Question) => each.kind !== undefined],
    ['namespaces of Applications', (each: Question) => each.app !== undefined],
  ])('%s', (_, isOf) => {
    const asked = questions.filter(isOf);
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter((question) => answer(question) !== question.permitted)).toEqual([]);
  });

  test('and says nothing where the name or the address of a cluster would decide, and is not known', () => {
    const project = { spec: { destinations: [{ server: 'https://paris', namespace: 'web' }] } };
    expect(permitsDestination(project, { name: 'paris' }, 'web')).toBeUndefined();
    expect(permitsDestination(project, { name: 'paris' }, 'shop')).toBe(false);
    expect(
      permitsDestination(
        {
          spec: {
            destinations: [
              { name: '*', namespace: '*' },
              { server: '!https://paris', namespace: '*' },
            ],
          },
        },
        { name: 'x' },
        'web',
      ),
    ).toBeUndefined();
  });
});
