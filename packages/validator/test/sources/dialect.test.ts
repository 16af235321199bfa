import { expect, test } from 'vitest';
import { dataOf, manifest, saidOf } from './support/said.ts';

// The numbers are the rows of section 4 of the facts about validation.
test('row 1: a duplicate key is an error with both positions', () => {
  expect(saidOf(manifest('data:\n  a: x\n  b: w\n  a: z\n'))).toEqual([
    'SEA3208 error 7:3 The key "a" is written twice, in line 5 and in line 7. → Keep one of the two, or join their values.',
  ]);
  expect(saidOf(manifest('data: {a: x, "a": z}'))).toEqual([
    'SEA3208 error 4:14 The key "a" is written twice in line 4, in columns 8 and 14. → Keep one of the two, or join their values.',
  ]);
});

test('row 2: merge keys are merged, and an own key wins', () => {
  const text = manifest('x: &base {a: base, b: base}\ndata:\n  <<: *base\n  a: own\n');
  expect(saidOf(text)).toEqual([]);
  expect(dataOf(text)).toEqual({ a: 'own', b: 'base' });
});

test('row 2: a merge of something else, and sources that overlap', () => {
  expect(saidOf(manifest('data:\n  <<: text\n'))).toEqual([
    'SEA3216 error 5:3 The merge key << has a value that is no mapping. → Give it a mapping, an alias of a mapping, or a list of these.',
  ]);
  expect(saidOf(manifest('x: &x {a: "1"}\nz: &z {a: "2"}\ndata:\n  <<: [*x, *z]\n'))).toEqual([
    'SEA3216 error 7:3 The merge key << takes "a" from several mappings; kustomize then takes other values than YAML says, or loses some. → Merge one mapping only, or write the keys out.',
  ]);
});

test('row 3: an alias without an anchor', () => {
  expect(saidOf(manifest('data:\n  a: *nowhere\n'))).toEqual([
    'SEA3209 error 5:6 The alias *nowhere names no anchor above it in this document. → Mark the value with &nowhere above, or put quotes around the text.',
  ]);
  expect(saidOf(`${manifest('x: &x 1\n')}---\n${manifest('x: *x\n')}`)).toHaveLength(1);
});

test('row 4: an alias bomb is refused before it grows', () => {
  const levels = ['a: &a [x,x,x,x,x,x,x,x,x]'];
  for (const [index, name] of [...'bcdefghi'].entries())
    levels.push(`${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(',')}]`);
  expect(saidOf(levels.join('\n'))).toEqual([
    'SEA3210 error 7:8 The aliases of this document expand to more than 1,000,000 values. → Write the values out, with fewer levels of aliases.',
  ]);
});

test('row 5: an alias inside its own anchor', () => {
  expect(saidOf(manifest('data: &self {a: *self}\n'))).toEqual([
    'SEA3210 error 4:17 The alias *self stands inside the value of its own anchor and has no end. → Write the value out.',
  ]);
});
