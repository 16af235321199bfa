import { InvalidArgumentError } from 'commander';

export const reportFormats = ['json', 'junit', 'sarif', 'markdown', 'github'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** One further report of a run. GitHub finds its own places, so that only the other forms name a file. */
export type ReportTarget =
  { readonly format: 'github' } | { readonly format: Exclude<ReportFormat, 'github'>; readonly file: string };

/** Reads `sarif=out/findings.sarif` or `github`; commander tells the person what is wrong with anything else. */
export function reportTarget(text: string): ReportTarget {
  const [name = '', ...rest] = text.split('=');
  const file = rest.join('=');
  const format = reportFormats.find((one) => one === name);
  if (format === undefined)
    throw new InvalidArgumentError(`There is no report "${name}"; there is ${reportFormats.join(', ')}.`);
  if (format === 'github') {
    if (file !== '') throw new InvalidArgumentError('Write `--report github`: it takes no file.');
    return { format };
  }
  if (file === '')
    throw new InvalidArgumentError(`Write \`--report ${format}=<file>\`: the report goes into a file.`);
  return { format, file };
}
