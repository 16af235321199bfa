import { colours } from './colours.ts';
import { drawings } from './drawings.ts';
import { page } from './page.ts';
import { print } from './print.ts';
import { proofs } from './proofs.ts';
import { tables } from './tables.ts';

/** The whole style sheet of the page. */
export const style = [colours, page, tables, proofs, drawings, print].join('\n');
