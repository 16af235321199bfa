import { describe, expect, test } from 'vitest';
import { policies } from '../src/index.ts';
import { casesOf, constraintsOf } from './support/read-cases.ts';

// What the cases come to is tested where policies are evaluated, in @seatrial/validator: by our engine and by native gator.
describe.each(policies)('the cases of $kind', (policy) => {
  const constraints = constraintsOf(policy);
  const allowed = casesOf(policy, 'allowed');
  const denied = casesOf(policy, 'denied');

  test('there are allowed and denied ones', () => {
    expect(allowed.length).toBeGreaterThan(0);
    expect(denied.length).toBeGreaterThan(0);
  });

  test('each names a constraint of this policy, and each constraint denies something', () => {
    expect(constraints.every(({ kind }) => kind === policy.kind)).toBe(true);
    const names = constraints.map(({ metadata }) => metadata.name);
    const used = (cases: typeof allowed): readonly unknown[] =>
      cases.map(({ content }) => content['constraint']);
    for (const name of used([...allowed, ...denied])) expect(names).toContain(name);
    expect(new Set(used(denied))).toEqual(new Set(names));
  });

  test.each([...allowed, ...denied])('$name has the fields of a case and no others', ({ name, content }) => {
    const { constraint, object, inventory = [], request, violations, fields, ...others } = content;
    expect(others).toEqual({});
    expect(constraint).toBeTypeOf('string');
    expect(object).toMatchObject({ apiVersion: expect.any(String), kind: expect.any(String) });
    expect(Array.isArray(inventory)).toBe(true);
    if (request !== undefined) expect(request).toMatchObject({ operation: expect.any(String) });
    if (name.startsWith('allowed/')) expect(violations).toBeUndefined();
    else expect(violations).toEqual(expect.arrayContaining([expect.any(String)]));
    if (fields !== undefined) expect(fields).toHaveLength((violations as readonly string[]).length);
  });

  test('every parameter is used in a constraint', () => {
    const schema = policy.template.spec.crd.spec.validation?.openAPIV3Schema.properties ?? {};
    const used = new Set(constraints.flatMap(({ spec }) => Object.keys(spec.parameters ?? {})));
    expect(used).toEqual(new Set(Object.keys(schema)));
  });
});
