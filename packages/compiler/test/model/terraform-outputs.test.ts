import { describe, expect, it } from 'vitest';
import { terraformOutputs, type TerraformShape } from '../../src/index.ts';

const file = 'eu.outputs.json';
const outputs = {
  backend_role_arn: { sensitive: false, type: 'string', value: 'arn:aws:iam::123456789012:role/backend' },
  subnet_ids: { sensitive: false, type: ['list', 'string'], value: ['subnet-a', 'subnet-b'] },
  node_count: { sensitive: false, type: 'number', value: 6 },
  private_endpoint: { sensitive: false, type: 'bool', value: true },
  database_password: { sensitive: true, type: 'string', value: 'hidden-from-trees' },
};

function refusal(json: unknown, shape: TerraformShape): string {
  try {
    terraformOutputs(json, shape, file);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was refused');
}

describe('terraformOutputs', () => {
  it('gives the values of the shape, and leaves other outputs alone', () => {
    const shape = {
      backend_role_arn: 'string',
      subnet_ids: 'string[]',
      node_count: 'number',
      private_endpoint: 'boolean',
    } as const;
    const place = terraformOutputs(outputs, shape, file);
    const role: string = place.backend_role_arn;
    const subnets: readonly string[] = place.subnet_ids;
    const count: number = place.node_count;
    const isPrivate: boolean = place.private_endpoint;
    expect([role, subnets, count, isPrivate]).toEqual([
      'arn:aws:iam::123456789012:role/backend',
      ['subnet-a', 'subnet-b'],
      6,
      true,
    ]);
    expect(Object.keys(place)).toHaveLength(4);
    expect(Object.isFrozen(place)).toBe(true);
  });

  it('knows the names and types of the shape at compile time', () => {
    const place = terraformOutputs(outputs, { backend_role_arn: 'string' }, file);
    // @ts-expect-error: the shape does not name it
    expect(place.subnet_ids).toBeUndefined();
    // @ts-expect-error: it is a string
    const wrong: number = place.backend_role_arn;
    expect(wrong).toBeTypeOf('string');
  });

  it('names a missing output, the file, and what was probably meant', () => {
    expect(refusal(outputs, { backend_role_arm: 'string' })).toBe(
      'eu.outputs.json has no output "backend_role_arm": did you mean "backend_role_arn"?',
    );
  });

  it('lists what is there when nothing is near', () => {
    expect(refusal(outputs, { queue: 'string' })).toContain(
      'there is backend_role_arn, database_password, node_count, private_endpoint, subnet_ids.',
    );
  });

  it.each([
    ['subnet_ids', 'string', 'is a list where a string is needed'],
    ['backend_role_arn', 'string[]', 'is a string where a string[] is needed'],
    ['node_count', 'boolean', 'is a number where a boolean is needed'],
    ['private_endpoint', 'number', 'is a boolean where a number is needed'],
  ] as const)('refuses %s as %s', (name, type, reason) => {
    expect(refusal(outputs, { [name]: type })).toBe(`output "${name}" of eu.outputs.json ${reason}`);
  });

  it('refuses a list with something else than texts in it', () => {
    const mixed = { ids: { sensitive: false, type: ['tuple', ['string', 'number']], value: ['a', 1] } };
    expect(refusal(mixed, { ids: 'string[]' })).toContain('is a list where a string[] is needed');
  });

  it('refuses a sensitive output and never shows its value', () => {
    const message = refusal(outputs, { database_password: 'string' });
    expect(message).toContain('is sensitive');
    expect(message).not.toContain('hidden-from-trees');
  });

  it('says everything that is wrong at once', () => {
    const wrong = { a: 'string', subnet_ids: 'number', database_password: 'string' } as const;
    expect(refusal(outputs, wrong).split('\n')).toHaveLength(3);
  });

  it('refuses an output without its value', () => {
    expect(refusal({ queue: 'q' }, { queue: 'string' })).toContain('terraform output -json');
  });

  it.each([
    [null, 'null'],
    [['x'], 'a list'],
    ['text', 'a string'],
  ])('refuses %j as a file', (json, word) => {
    expect(refusal(json, {})).toContain(`eu.outputs.json holds ${word}, not an object`);
  });
});
