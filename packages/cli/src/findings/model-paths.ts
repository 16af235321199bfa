import type { Place, ResolvedFleet } from '@seatrial/compiler';
import { pointerKeys } from '@seatrial/validator';
import { settingsOfField, type Setting } from './setting-of-field.ts';

/**
 * Where the model may say what a finding is about: the place that decides first. An override comes before what it
 * overrides, and a setting before what is around it.
 */
export type ModelPaths = (place: Place) => readonly (readonly string[])[];

/** Of the objects of a fleet: where it is known which component an object comes from, its settings and their overrides. */
export function modelPathsOf({ clusters }: ResolvedFleet): ModelPaths {
  const roles = new Map(clusters.map(({ name, role }) => [name, role]));
  return (place) => {
    const { model = [], object, field = '', cluster = '', environment = '' } = place;
    const [top, application, kind, component] = model;
    if (top !== 'applications' || application === undefined || kind === undefined || component === undefined)
      return [model];
    const role = roles.get(cluster);
    const layers = [
      ['perCluster', cluster],
      ...(role === undefined ? [] : [['perRole', role]]),
      ['perEnvironment', environment],
      [],
    ];
    const settings = object === undefined ? [] : settingsIn(kind, object.kind, field);
    const longest = Math.max(0, ...settings.map(({ length }) => length));
    const lengths = Array.from({ length: longest }, (_, index) => longest - index);
    const paths = lengths.flatMap((length) =>
      settings
        .filter((setting) => setting.length >= length)
        .flatMap((setting) =>
          layers.map((layer) => [top, application, ...layer, kind, component, ...setting.slice(0, length)]),
        ),
    );
    return [...paths, model];
  };
}

function settingsIn(components: string, kind: string, field: string): readonly Setting[] {
  if (components === 'workloads') return settingsOfField(kind, field);
  // A raw object is written in the model as Kubernetes has it.
  return components === 'objects' ? [pointerKeys(field)] : [];
}

/** Of a model that does not resolve: what its checks say is all that is known. */
export const onlyTheModel: ModelPaths = ({ model }) => (model === undefined ? [] : [model]);
