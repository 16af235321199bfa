import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { policies } from '@seatrial/policies';
import { parse, parseAllDocuments } from 'yaml';

/** One case of a policy that Seatrial ships (packages/policies/README.md says what its fields mean). */
export interface ShippedCase {
  /** `K8sDenyLatestTag denied/no-tag`. */
  readonly title: string;
  readonly template: unknown;
  readonly constraint: unknown;
  readonly object: Readonly<Record<string, unknown>>;
  readonly inventory: readonly unknown[];
  readonly request?: { readonly operation: string; readonly oldObject?: unknown };
  /** The messages; none where the object is allowed. */
  readonly violations: readonly string[];
}

export function shippedCases(): readonly ShippedCase[] {
  return policies.flatMap(({ kind, folder, template }) => {
    const cases = join(fileURLToPath(folder), 'cases');
    const constraints = parseAllDocuments(readFileSync(join(cases, 'constraints.yaml'), 'utf8')).map(
      (document) => document.toJS() as { readonly metadata: { readonly name: string } },
    );
    return globSync('{allowed,denied}/*.yaml', { cwd: cases })
      .sort()
      .map((file) => {
        const written = parse(readFileSync(join(cases, file), 'utf8')) as WrittenCase;
        const { constraint, inventory = [], violations = [], ...rest } = written;
        return {
          ...rest,
          inventory,
          violations,
          title: `${kind} ${file.split('/')[0]}/${basename(file, '.yaml')}`,
          template,
          constraint: constraints.find(({ metadata }) => metadata.name === constraint),
        };
      });
  });
}

/** A case as its file has it. */
type WrittenCase = Omit<ShippedCase, 'constraint' | 'inventory' | 'violations'> &
  Partial<Pick<ShippedCase, 'inventory' | 'violations'>> & { readonly constraint: string };
