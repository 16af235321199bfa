import { describe, expect, it } from 'vitest';
import { describeProblem } from '../../src/validate/describe-problem.ts';
import { structuralSchema } from '../../src/schemas/structural-schema.ts';

const map = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } };
const schema = {
  properties: { data: { additionalProperties: { type: 'string' } }, kind: { type: 'string' } },
};

describe('a problem that the schema library tells', () => {
  it.each([
    ['maxProperties: got 5, want 1', 'data has 5 fields; at most 1 may be set.'],
    ['minItems: got 1, want 2', 'data has 1 item; at least 2 must be there.'],
    [
      "'oneOf' failed, subschemas 0, 1 matched",
      'data fits several of the forms that it may have, and must fit one.',
    ],
    ["'anyOf' failed, none matched", 'data fits none of the forms that it may have.'],
    ['something new', 'data: something new.'],
  ])('%s', (message, sentence) => {
    expect(describeProblem({ path: '/data', message }, map, schema)).toMatchObject({ sentence });
  });

  it('is a warning where an API server takes a null for an empty text', () => {
    const problem = { path: '/data/a', message: 'got null, want string' };
    expect(describeProblem(problem, map, schema)).toMatchObject({ severity: 'warning' });
    const own = { ...map, apiVersion: 'shop.example/v1' };
    expect(describeProblem(problem, own, schema)).not.toHaveProperty('severity');
    expect(describeProblem({ ...problem, path: '/kind' }, map, schema)).not.toHaveProperty('severity');
  });
});

describe('a branch of a definition that tells variants apart', () => {
  it('does not hold for a property that is left out when it refuses its default', () => {
    const made = structuralSchema({
      type: 'object',
      properties: { type: { type: 'string', default: 'IPAddress' }, value: { type: 'string' } },
      oneOf: [
        { properties: { type: { enum: ['IPAddress'] } } },
        { properties: { type: { not: { enum: ['IPAddress'] } } } },
      ],
    });
    const branches = (made as { oneOf: { required?: string[] }[] }).oneOf;
    expect(branches.map(({ required }) => required)).toEqual([undefined, ['type']]);
  });
});
