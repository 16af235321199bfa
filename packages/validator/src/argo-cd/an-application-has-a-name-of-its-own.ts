import type { SetCheck } from '../check/check.ts';
import { textAt } from '../json/fields.ts';
import type { LocatedObject } from '../rendered/located-object.ts';
import { placeOf } from '../rendered/place-of.ts';
import { argoCdOf, type ArgoApplication } from './applications.ts';
import { expandedSetsOf } from './expansions.ts';
import { haveSameArgoCd } from './same-argo-cd.ts';

interface Named extends Pick<ArgoApplication, 'plane'> {
  readonly name: string;
  readonly namespace: string | undefined;
  /** What makes it: itself, or its set. */
  readonly located: LocatedObject;
  /** `the ApplicationSet web`; undefined for one that is written down. */
  readonly maker?: string;
}

export const anApplicationHasANameOfItsOwn: SetCheck = {
  rule: 'No two Applications of one Argo CD have the same name',
  explanation: {
    code: 'SEA3509',
    title: 'Two Applications have the same name',
    meaning:
      'Two Applications of one name in one namespace are one object: whatever is applied last wins, and the objects of the other are pruned. An ApplicationSet that makes a name twice, or one that another set has, changes none of its Applications.',
    fix: 'Put what tells them apart into the name: the cluster, the environment, the folder.',
  },
  run(view, say) {
    const named: Named[] = [
      ...argoCdOf(view).applications.filter(({ generated }) => !generated),
      ...expandedSetsOf(view).flatMap(({ set, applications }) => {
        const maker = `the ApplicationSet ${textAt(set.located.object, 'metadata', 'name') ?? ''}`;
        return applications.map(({ object }) => ({
          ...set,
          name: textAt(object, 'metadata', 'name') ?? '',
          maker,
        }));
      }),
    ];
    const taken = new Map<string, Named[]>();
    for (const one of named) {
      if (one.name === '') continue;
      const key = `${one.located.place.cluster}/${one.namespace ?? ''}/${one.name}`;
      const others = taken.get(key) ?? [];
      taken.set(key, [...others, one]);
      if (others.length === 0) continue;
      // The same set written twice is one object twice, not two sets of the same names.
      if (others.some((each) => each.located !== one.located && isSameSet(each.located, one.located)))
        continue;
      const other = others.find((each) => each.located === one.located || haveSameArgoCd(each, one));
      const place = placeOf(
        one.located,
        one.maker === undefined ? '/metadata/name' : '/spec/template/metadata/name',
      );
      if (other === undefined) {
        say.unknown(place, 'whether Applications of one name are read by one Argo CD is not known');
        continue;
      }
      say.wrong(place, {
        sentence:
          one.maker !== undefined && one.located === other.located
            ? `${capital(one.maker)} makes more than one Application with the name ${one.name}.`
            : `There are two Applications with the name ${one.name}, one of ${makerOf(other)} and one of ${makerOf(one)}.`,
        hint: 'Give each a name of its own, for example with its cluster or its environment in it.',
      });
    }
  },
};

function isSameSet(one: LocatedObject, other: LocatedObject): boolean {
  return (
    one.object.kind === 'ApplicationSet' &&
    other.object.kind === 'ApplicationSet' &&
    textAt(one.object, 'metadata', 'name') === textAt(other.object, 'metadata', 'name') &&
    textAt(one.object, 'metadata', 'namespace') === textAt(other.object, 'metadata', 'namespace')
  );
}

function makerOf({ maker, located: { place } }: Named): string {
  return maker ?? place.source?.file ?? place.file ?? 'the repository';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
