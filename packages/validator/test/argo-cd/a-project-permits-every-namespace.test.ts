import { describe, expect, test } from 'vitest';
import { aProjectPermitsEveryNamespace } from '../../src/argo-cd/a-project-permits-every-namespace.ts';
import { runSetCheck } from '../support/run-check.ts';
import { applying } from './argo-set.ts';
import { ownServer } from './texts.ts';

describe('what an Application applies', () => {
  const cm = '{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: web}}';
  const role = '{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: r}}';

  test('may only go to namespaces of the project', () => {
    const destinations = `destinations: [{${ownServer}, namespace: web}]`;
    const other = cm.replace('namespace: web', 'namespace: kube-system');
    expect(runSetCheck(aProjectPermitsEveryNamespace, applying(destinations, `${cm}\n---\n${role}`))).toEqual(
      { findings: [], notChecked: [] },
    );
    expect(runSetCheck(aProjectPermitsEveryNamespace, applying(destinations, other)).findings).toEqual([
      'error ConfigMap/c /metadata/namespace: The project shop does not permit the namespace kube-system, to which the Application web applies ConfigMap c.',
    ]);
  });
});
