import { printData } from '../findings/print-data.ts';
import { validationJsonSchema } from '../reports/json-report.ts';
import { exitCodes } from '../workspace/user-error.ts';

/** `seatrial validate --schema`: the JSON Schema of what `validate -o json` prints. */
export async function validationSchema(): Promise<number> {
  printData(validationJsonSchema(), 'json');
  return exitCodes.fine;
}
