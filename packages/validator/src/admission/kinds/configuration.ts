import { at, type Placed } from '../rule.ts';
import { configMapData, secretData } from './config-data.ts';
import { secretOfType } from './secret-of-type.ts';

/** The kinds that hold configuration. */
export const configuration: Readonly<Record<string, readonly Placed[]>> = {
  '/ConfigMap': at('', configMapData),
  '/Secret': at('', secretData, secretOfType),
};
