import { textAt } from '../json/fields.ts';
import type { LocatedObject } from './located-object.ts';

/** Whether an object says what it is. What does not is in no view: the schemas speak of it, and checks may rely on it. */
export const hasKind = ({ object }: LocatedObject): boolean =>
  textAt(object, 'apiVersion') !== undefined && textAt(object, 'kind') !== undefined;
