import { Composer, Parser, type CST, type Document, type ParsedNode } from 'yaml';
import type { Problem } from './problem.ts';
import { lostDocument } from './separators.ts';
import { syntaxProblem } from './syntax.ts';
import { tabIn, tokenProblem } from './token-problem.ts';

/** A document as the parser leaves it: its nodes, or why there are none. */
export type YamlDocument = { readonly root: ParsedNode | null } | { readonly problem: Problem };

/** After so many unreadable documents of one file nobody reads on. */
const enough = 10;

/**
 * The documents of a text, in its order. Every scalar stays the text that it is in the file: what a plain one means is
 * for Go to say, and `yaml` knows other rules.
 */
export function yamlDocuments(text: string): readonly YamlDocument[] {
  const documents: YamlDocument[] = [];
  const composer = new Composer({
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  // Looked for once: a file may have very many documents.
  const hasTabs = /^ *\t/m.test(text);
  let unreadable = 0;
  const add = ({ contents, errors: [error] }: Document.Parsed): void => {
    if (error !== undefined) unreadable += 1;
    documents.push(error === undefined ? { root: contents } : { problem: syntaxProblem(text, error) });
  };
  for (const token of new Parser().parse(text)) {
    if (token.type === 'directive') return [...documents, { problem: directiveProblem(token) }];
    const problem =
      token.type === 'document'
        ? tokenProblem(token, text, hasTabs)
        : token.type === 'space'
          ? tabIn([token])
          : undefined;
    if (problem !== undefined) return [...documents, { problem }];
    for (const document of composer.next(token)) add(document);
    if (unreadable >= enough) return documents;
  }
  for (const document of composer.end()) add(document);
  const [error] = composer.streamInfo().errors;
  return error === undefined ? documents : [...documents, { problem: syntaxProblem(text, error) }];
}

function directiveProblem({ offset, source }: CST.Directive): Problem {
  return {
    rule: lostDocument,
    offset,
    sentence: `The directive ${source.split(/\s/, 1)[0]} is refused by kustomize, and changes how other tools read the file.`,
    hint: 'Leave the line out.',
  };
}
