import { describe, expect, test } from 'vitest';
import { aDestinationIsOneKnownCluster } from '../../src/argo-cd/a-destination-is-one-known-cluster.ts';
import { runSetCheck } from '../support/run-check.ts';
import { argoSet, partOf, written } from './argo-set.ts';
import { application, ownServer } from './texts.ts';

describe('a destination', () => {
  const secret =
    '{apiVersion: v1, kind: Secret, metadata: {name: p, namespace: argocd, labels: {argocd.argoproj.io/secret-type: cluster}}, stringData: {name: lab, server: https://lab}}';
  const ask = (destination: string, more = '', isPart = true) => {
    const set = argoSet(written(`${application(`destination: {${destination}}`)}${more}`));
    return runSetCheck(aDestinationIsOneKnownCluster, isPart ? partOf(set) : set);
  };

  test.each([ownServer, 'name: in-cluster', 'name: lab', 'server: https://lab/', 'name: paris'])(
    'is known: %s',
    (destination) => {
      expect(ask(destination, `\n---\n${secret}`)).toEqual({ findings: [], notChecked: [] });
    },
  );

  test('has exactly one of name and server', () => {
    expect(ask(`name: lab, ${ownServer}`).findings).toEqual([
      'error Application/web /spec/destination: The destination of the Application web has both a name (lab) and a server (https://kubernetes.default.svc), which Argo CD refuses.',
    ]);
    expect(ask('namespace: web').findings).toEqual([
      'error Application/web /spec/destination: The destination of the Application web has neither a name nor a server.',
    ]);
  });

  test('that no Secret registers is told where some are registered, and not known where none is', () => {
    expect(ask('name: rome', `\n---\n${secret}`).findings).toEqual([
      'warning Application/web /spec/destination: The Application web goes to rome, and no cluster Secret in argocd registers it.',
    ]);
    expect(ask('name: rome')).toEqual({
      findings: [],
      notChecked: ['the Secrets that register its clusters are not among the objects (1)'],
    });
  });

  test('that two Secrets register by one name is refused', () => {
    expect(
      ask('name: lab', `\n---\n${secret}\n---\n${secret.replace('name: p', 'name: q')}`).findings,
    ).toEqual([
      'error Application/web /spec/destination: 2 clusters are registered as lab, and Argo CD refuses to choose one for the Application web.',
    ]);
  });

  test('of a complete set needs no registration', () => {
    expect(ask('name: rome', '', false)).toEqual({ findings: [], notChecked: [] });
  });
});
