import { kindIndex } from '@seatrial/validator';
import { expect, test } from 'vitest';
import { refusals } from '../../src/admission/refusals.ts';
import { removedApis } from '../../src/validate/removed-apis.ts';
import { triage } from '../../src/validate/triage.ts';
import { apiLifecycle, oracleVersion } from '../support/api-validation.ts';
import { located } from '../support/objects.ts';
import { cluster } from '../support/rendered-set.ts';

const minorOf = (version: string): number => Number(version.split('.')[1]);
const newest = minorOf(oracleVersion);
/** Kinds that are questions to an API server, or parts of others; nobody writes them into a repository. */
const stages = apiLifecycle().filter(
  ({ kind }) => !/Review$|^Scale$|^DeploymentRollback$|^Eviction$/.test(kind),
);
/** Kinds that are gone from the types of Kubernetes altogether. Source: "Deprecated API Migration Guide". */
const gone = ['extensions/v1beta1 PodSecurityPolicy', 'policy/v1beta1 PodSecurityPolicy'];
const entries = [...removedApis].map(([key, { removedIn, use }]) => {
  const [apiVersion = '', kind = ''] = key.split(' ');
  return { key, apiVersion, kind, removedIn, use };
});

test('the table has every API that Kubernetes has removed so far, with the version that its types name', () => {
  const theirs = stages.filter(({ removed }) => minorOf(removed) <= newest);
  const wanted = theirs.map(({ apiVersion, kind, removed }) => `${apiVersion} ${kind} ${removed}`);
  const ours = entries
    .filter(({ key, removedIn }) => minorOf(removedIn) <= newest && !gone.includes(key))
    .map(({ key, removedIn }) => `${key} ${removedIn}`);
  expect(ours.toSorted()).toEqual(wanted.toSorted());
  expect(gone.filter((key) => !removedApis.has(key))).toEqual([]);
});

test('what the table says of later versions is what the types of today say', () => {
  const theirs = new Map(stages.map(({ apiVersion, kind, removed }) => [`${apiVersion} ${kind}`, removed]));
  const later = entries.filter(({ removedIn }) => minorOf(removedIn) > newest);
  expect(later.length).toBeGreaterThan(0);
  expect(later.map(({ key, removedIn }) => [key, removedIn])).toEqual(
    later.map(({ key }) => [key, theirs.get(key)]),
  );
});

test('what should be used instead is not removed itself', () => {
  for (const { kind, use, key } of entries)
    if (use !== undefined) expect([key, removedApis.get(`${use} ${kind}`)]).toEqual([key, undefined]);
});

test.each(entries)('$key on a cluster at the boundary', ({ apiVersion, kind, removedIn, use }) => {
  const served = kindIndex([{ apiVersion, kind, namespaced: true, digest: 'any' }]);
  const others = kindIndex([]);
  const object = located({ apiVersion, kind, metadata: { name: 'a' } });
  const before = `1.${minorOf(removedIn) - 1}`;
  expect(triage(object, cluster('paris', { kubernetes: before, kinds: served }))).toMatchObject({
    to: 'engine',
  });
  for (const kubernetes of [removedIn, `${removedIn}.3`, '1.40.1'])
    expect(triage(object, cluster('paris', { kubernetes, kinds: others }))).toMatchObject({
      finding: {
        code: 'SEA3003',
        severity: 'error',
        sentence: `Kubernetes ${kubernetes} does not serve ${apiVersion} ${kind}: it was removed in ${removedIn}.`,
        hint: use === undefined ? 'Nothing took its place; remove the object.' : `Use ${use}.`,
        place: { field: '/apiVersion' },
      },
    });
});

test.each(
  stages.filter(
    ({ deprecated, removed }) =>
      minorOf(removed) > 29 && deprecated !== undefined && minorOf(deprecated) <= newest,
  ),
)(
  '$apiVersion $kind is told as deprecated from $deprecated on',
  ({ apiVersion, kind, deprecated, removed }) => {
    const said = (minor: number): readonly string[] =>
      refusals({ apiVersion, kind, metadata: { name: 'a' } }, { kubernetes: `1.${minor}.1` })
        .filter(({ code }) => code === 'SEA3108')
        .map(({ severity, field, sentence }) => `${severity} ${field} ${sentence}`);
    const since = minorOf(deprecated ?? '');
    expect(said(since - 1)).toEqual([]);
    expect(said(since)).toEqual([
      `warning /apiVersion apiVersion is ${apiVersion}, whose ${kind} is deprecated since Kubernetes 1.${since} and removed in ${removed}.`,
    ]);
  },
);
