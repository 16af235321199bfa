import type { Finding } from '@seatrial/compiler';
import { codes } from '../findings/codes.ts';
import { kindOf } from './coverage.ts';
import type { LocatedObject } from '../rendered/located-object.ts';

/** Why a group of objects of one kind on one cluster was not checked. */
export interface Gap {
  readonly code: typeof codes.noSchema | typeof codes.notCheckable | typeof codes.engineFailed;
  /** The engine's own words, without a full stop; empty when there is nothing to add. */
  readonly reason: string;
}

/** One finding for each cluster, kind and gap: a schema that is missing is one problem, however many objects need it. */
export function groupFindings(gaps: readonly (readonly [LocatedObject, Gap])[]): readonly Finding[] {
  const groups = new Map<string, { readonly first: LocatedObject; readonly gap: Gap; count: number }>();
  for (const [located, gap] of gaps) {
    const { apiVersion, kind } = kindOf(located);
    const what = gap.code === codes.engineFailed ? [] : [apiVersion, kind];
    const key = [located.place.fleet, located.place.cluster, gap.code, gap.reason, ...what].join('\u0000');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { first: located, gap, count: 1 });
    else group.count += 1;
  }
  return [...groups.values()].map(({ first, gap, count }) => {
    const { fleet, cluster } = first.place;
    return {
      code: gap.code,
      ...words(gap, first, count),
      place: { ...(fleet === undefined ? {} : { fleet }), cluster },
    };
  });
}

function words(
  { code, reason }: Gap,
  first: LocatedObject,
  count: number,
): Pick<Finding, 'severity' | 'sentence' | 'hint'> {
  const { apiVersion, kind } = kindOf(first);
  const many = count === 1 ? '1 object' : `${count} objects`;
  if (code === codes.noSchema) {
    return {
      severity: 'warning',
      sentence: `${many} of ${apiVersion} ${kind} ${count === 1 ? 'was' : 'were'} not checked: no schema is known for this kind.`,
      hint: 'Add the chart or base that installs its CustomResourceDefinition to the fleet.',
    };
  }
  if (code === codes.notCheckable) {
    return {
      severity: 'error',
      sentence: `${many} of ${apiVersion} ${kind} could not be checked: ${reason}.`,
      hint: 'Run "seatrial prepare" again; correct the CustomResourceDefinition where the schema comes from one of your own.',
    };
  }
  return {
    severity: 'error',
    sentence: `${many} could not be checked: ${reason}.`,
    hint: 'Run the command again; if it fails again, run "seatrial doctor".',
  };
}
