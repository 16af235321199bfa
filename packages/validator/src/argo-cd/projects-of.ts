import type { Severity } from '@seatrial/compiler';
import type { Say } from '../check/check.ts';
import { placeOf } from '../rendered/place-of.ts';
import type { LocatedObject } from '../rendered/located-object.ts';
import { isTemplated, projectNameOf, type ArgoApplication } from './applications.ts';
import type { ControlPlane } from './control-plane.ts';

/** The projects that an Application may mean, with its Argo CD. */
export interface OwnProject {
  readonly name: string;
  readonly plane: ControlPlane;
  /** More than one only where a repository has the same name for Argo CDs that it does not tell apart. */
  readonly projects: readonly LocatedObject[];
  /** How sure it is that this project is meant: a repository may have a name more than once, for examples too. */
  readonly severity: Severity;
}

/**
 * The project of an Application, where its rules are known. Where it is not among the objects, that is another check's
 * finding; where it is known but global projects add to it, the rule counts as not checked.
 */
export function ownProjectOf(application: ArgoApplication, say: Say): OwnProject | undefined {
  const { plane, located } = application;
  const name = projectNameOf(located.object);
  const projects = plane?.projects.get(name) ?? [];
  if (plane === undefined || projects.length === 0 || isTemplated(name)) return undefined;
  if (plane.setting('globalProjects') !== undefined) {
    say.unknown(placeOf(located, '/spec/project'), 'global projects add to the project');
    return undefined;
  }
  const isMeant = plane.complete || projects.some(({ unit }) => unit !== undefined && unit === located.unit);
  return { name, plane, projects, severity: isMeant ? 'error' : 'warning' };
}
