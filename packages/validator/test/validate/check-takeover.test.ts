import type { ResolvedFleet } from '@seatrial/compiler';
import { expect, test } from 'vitest';
import type { ClusterCheck } from '../../src/check/check.ts';
import { runChecks } from '../../src/check/run-checks.ts';
import { placeOf } from '../../src/rendered/place-of.ts';
import { clusterView } from '../../src/rendered/cluster-view.ts';
import { takeoverView } from '../../src/rendered/takeover.ts';
import { checkTakeover } from '../../src/validate/check-takeover.ts';
import { configMap, located } from '../support/objects.ts';
import { cluster } from '../support/rendered-set.ts';

/** Complains of every ConfigMap, and does not know of other objects. */
const noConfigMaps: ClusterCheck = {
  rule: 'There is no ConfigMap',
  explanation: { code: 'SEA9999', title: '', meaning: '', fix: '' },
  run({ objects }, say) {
    for (const one of objects)
      if (one.object.kind === 'ConfigMap')
        say.wrong(placeOf(one), { sentence: `${one.object.metadata.name} is one.`, hint: 'Remove it.' });
      else say.unknown(placeOf(one), `${one.object.metadata.name} is something else`);
  },
};

const dublin = cluster('dublin');
const on = (...names: string[]) =>
  names.map((name) =>
    located(
      name.startsWith('x') ? { apiVersion: 'v1', kind: 'X', metadata: { name } } : configMap(name),
      'dublin',
    ),
  );

function after(today: string[], afterwards: string[]) {
  const known = runChecks([noConfigMaps], clusterView(dublin, on(...today)));
  const takeover = takeoverView({
    active: 'paris',
    standby: 'dublin',
    problems: [],
    after: { cluster: dublin, objects: on(...afterwards), fleet: {} as ResolvedFleet },
  });
  const { findings, notChecked } = checkTakeover(takeover, [noConfigMaps], known);
  return { said: findings.map(({ sentence }) => sentence), open: notChecked.map(({ reason }) => reason) };
}

test('what is wrong only after the takeover is said, with when', () => {
  expect(after(['a'], ['a', 'b'])).toEqual({
    said: ['Once dublin has taken over for paris: b is one.'],
    open: [],
  });
});

test('what is wrong today is not said again, nor what is not known today', () => {
  expect(after(['a', 'x'], ['a', 'x'])).toEqual({ said: [], open: [] });
  expect(after([], ['x'])).toEqual({ said: [], open: ['x is something else'] });
});

test('a model that is wrong with the roles exchanged has nothing to look at', () => {
  const takeover = takeoverView({ active: 'paris', standby: 'dublin', problems: [] });
  expect(checkTakeover(takeover, [noConfigMaps], undefined)).toEqual({ findings: [], notChecked: [] });
});
