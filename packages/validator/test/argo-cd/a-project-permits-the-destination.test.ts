import { describe, expect, test } from 'vitest';
import { aProjectPermitsTheDestination } from '../../src/argo-cd/a-project-permits-the-destination.ts';
import { runSetCheck } from '../support/run-check.ts';
import { argoSet, written } from './argo-set.ts';
import { application, ownServer, project } from './texts.ts';

describe('a project permits the destination', () => {
  const ask = (destinations: string, destination: string, more = '') =>
    runSetCheck(
      aProjectPermitsTheDestination,
      argoSet(
        written(
          `${application(`project: shop, destination: {${destination}}`)}\n${project(`destinations: ${destinations}`)}${more}`,
        ),
      ),
    );

  test.each([
    [`[{${ownServer}, namespace: web}]`, `${ownServer}, namespace: web`],
    [`[{${ownServer}, namespace: 'w*'}]`, 'name: in-cluster, namespace: web'],
    ["[{name: in-cluster, namespace: '*'}]", `${ownServer}/, namespace: web`],
    ["[{name: '*', namespace: '*'}, {name: '*', namespace: '!kube-system'}]", 'name: paris, namespace: web'],
  ])('with %s for %s', (destinations, destination) => {
    expect(ask(destinations, destination)).toEqual({ findings: [], notChecked: [] });
  });

  test.each([
    ['[]', `${ownServer}, namespace: web`],
    [`[{${ownServer}, namespace: shop}]`, `${ownServer}, namespace: web`],
    [
      `[{server: '*', namespace: '*'}, {server: '*', namespace: '!kube-system'}]`,
      `${ownServer}, namespace: kube-system`,
    ],
    [
      `[{server: '*', namespace: '*'}, {server: '!${ownServer.slice(8)}', namespace: '*'}]`,
      `${ownServer}, namespace: web`,
    ],
    ['[{name: lab, namespace: web}]', 'name: paris, namespace: web'],
  ])('not with %s for %s', (destinations, destination) => {
    expect(ask(destinations, destination).findings).toHaveLength(1);
  });

  test('is not decided where one is named and the other is addressed, unless a Secret says which is which', () => {
    const secret =
      '\n---\n{apiVersion: v1, kind: Secret, metadata: {name: p, namespace: argocd, labels: {argocd.argoproj.io/secret-type: cluster}}, stringData: {name: paris, server: https://paris}}';
    const destinations = '[{server: https://paris, namespace: web}]';
    expect(ask(destinations, 'name: paris, namespace: web').notChecked).toHaveLength(1);
    expect(ask(destinations, 'name: paris, namespace: web', secret)).toEqual({
      findings: [],
      notChecked: [],
    });
    expect(ask(destinations, 'name: paris, namespace: no', secret).findings).toEqual([
      'error Application/web /spec/destination: The project shop does not permit the namespace no of paris, where the Application web goes.',
    ]);
  });
});
