import type { FleetModel } from '@seatrial/compiler';

/** What a model says of one application, field by field: the compiler checks most of them only after merging overrides. */
export type Settings = Readonly<Record<string, unknown>>;

/** The model with one application changed, added (`change` gets an empty one), or, where `change` gives nothing, left out. */
export function withApplication(
  model: FleetModel,
  name: string,
  change: (settings: Settings) => Settings | undefined,
): FleetModel {
  const { [name]: before = {}, ...others } = model.applications;
  const after = change(before);
  if (after === undefined) return { ...model, applications: others };
  return { ...model, applications: { ...model.applications, [name]: after } };
}

export function isSettings(value: unknown): value is Settings {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
