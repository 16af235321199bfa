import { resolvedFleetJsonSchema } from '@seatrial/compiler';
import { printData } from '../findings/print-data.ts';
import { exitCodes } from '../workspace/user-error.ts';

/** `seatrial model --schema`: the JSON Schema of a resolved fleet. */
export async function modelSchema({ output }: { readonly output: 'json' | 'yaml' }): Promise<number> {
  printData(resolvedFleetJsonSchema(), output);
  return exitCodes.fine;
}
