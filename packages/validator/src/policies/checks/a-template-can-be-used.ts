import type { Check } from '../../check/check.ts';
import { placeOf } from '../../rendered/place-of.ts';
import type { CompileFailure } from '../policy-compiler.ts';
import type { ClusterReview } from '../review/cluster-review.ts';

export const aTemplateCanBeUsed: Check<ClusterReview> = {
  rule: 'Gatekeeper can use a ConstraintTemplate',
  explanation: {
    code: 'SEA3302',
    title: 'Gatekeeper cannot use a ConstraintTemplate',
    meaning:
      "The template's Rego does not compile, or the template lacks what Gatekeeper asks of it: one target, a kind, a name " +
      'that is the kind in lower case, a rule named violation. The cluster takes the template and enforces nothing.',
    fix: 'Correct the template where the finding says. Row and column count inside its Rego.',
  },
  run({ templates, constraints, compilation, refused }, say) {
    const unreadable = new Map(
      constraints.map((constraint) => [constraint.template, refused.get(constraint)?.unreadable]),
    );
    for (const [template, problem] of unreadable)
      if (template !== undefined && problem !== undefined)
        say.wrong(placeOf(template.located, '/spec/crd/spec/validation/openAPIV3Schema'), {
          sentence: `Gatekeeper cannot use the template ${template.read.kind}: the schema of its parameters is none (${problem}).`,
          hint: 'Correct the schema; until then no constraint of the template is taken.',
        });
    for (const { located, read } of templates) {
      if (read.use === 'none') {
        say.wrong(placeOf(located, read.problem.field), {
          sentence: `Gatekeeper cannot use this template: ${startingLow(read.problem.what)}.`,
          hint: read.problem.hint,
        });
      }
      if (read.use !== 'rego') continue;
      const compiled = compilation(read.source);
      if ('message' in compiled)
        say.wrong(placeOf(located, `${read.pointer}/${moduleOf(compiled)}`), {
          sentence: `The Rego of the template ${read.kind} does not compile: ${compiled.message}${whereOf(compiled)}.`,
          hint: 'Correct the Rego; until then Gatekeeper enforces none of its constraints.',
        });
    }
  },
};

function moduleOf({ module = 'rego' }: CompileFailure): string {
  return module.startsWith('libs/') ? module : 'rego';
}

function whereOf({ module, row, col }: CompileFailure): string {
  if (row === undefined || module === undefined) return '';
  const place = `line ${row}, column ${col ?? 1}`;
  return module === 'rego' ? ` (${place})` : ` (${place} of ${module})`;
}

function startingLow(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
