import type { KindIndex } from '@seatrial/validator';
import type { UnitObject } from '../discover/objects-of-unit.ts';

/**
 * Whether something that looks like an object is the settings or the report of a tool: nobody knows its kind, and it has no
 * metadata, without which no API server takes anything.
 */
export function isSettingsOfTool({ object }: UnitObject, kinds: KindIndex): boolean {
  const { apiVersion, kind, metadata } = object as Readonly<Record<string, unknown>>;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string' || metadata !== undefined) return false;
  return /^[^/]*\.[^/]*\//.test(apiVersion) && kinds.find(apiVersion, kind) === undefined;
}
