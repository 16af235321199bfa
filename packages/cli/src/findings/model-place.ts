import type { SourcePlace } from '@seatrial/compiler';
import {
  IndentationText,
  Node,
  Project,
  SyntaxKind,
  type ObjectLiteralExpression,
  type SourceFile,
} from 'ts-morph';

/**
 * Finds where a model says something: the property at the first of `paths` that is written down, or the nearest one
 * around the last of them. Values that are imported are followed into their file; nothing is run and no type is checked.
 */
export function modelPlaces(
  fleetFile: string,
): (paths: readonly (readonly string[])[]) => SourcePlace | undefined {
  const root = openModel(fleetFile);
  return (paths) => {
    if (root === undefined) return undefined;
    let nearest: Node = root;
    for (const path of paths) {
      const { place, isWhole } = follow(root, path);
      if (isWhole) return placeOf(place);
      nearest = place;
    }
    return placeOf(nearest);
  };
}

/** An object of a model that is written down as one. */
export interface ModelLiteral {
  /** Names of the members that are written down in it. */
  readonly names: readonly string[];
  /** The source with one more member, whose name and value are TypeScript; nothing is written. */
  readonly add: (name: string, value: string) => { readonly file: string; readonly text: string };
}

/** The object at a path of a model, in whatever file it stands; undefined where it is computed. */
export function literalAt(fleetFile: string, path: readonly string[]): ModelLiteral | undefined {
  const root = openModel(fleetFile);
  if (root === undefined) return undefined;
  const { value, isWhole } = follow(root, path);
  const literal = value === undefined ? undefined : settled(value, 0);
  if (!isWhole || !Node.isObjectLiteralExpression(literal)) return undefined;
  return {
    names: literal.getProperties().flatMap((property) => nameOf(property) ?? []),
    add(name, initializer) {
      const source = literal.addPropertyAssignment({ name, initializer }).getSourceFile();
      return { file: source.getFilePath(), text: source.getFullText() };
    },
  };
}

/** A value as it is written down, wherever that is. */
export interface WrittenValue extends SourcePlace {
  /** Where its text begins and ends in the file, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: 'literal' | 'name' | 'other';
}

/**
 * The value at a path of a model as the property says it, names not followed; of a string literal, what is between the
 * quotes. Undefined where there is no such property.
 */
export function writtenValueAt(fleetFile: string, path: readonly string[]): WrittenValue | undefined {
  const root = openModel(fleetFile);
  if (root === undefined) return undefined;
  const { place, value, isWhole } = follow(root, path);
  if (!isWhole || value === undefined) return undefined;
  const bare =
    Node.isAsExpression(value) || Node.isSatisfiesExpression(value) ? value.getExpression() : value;
  const isLiteral = Node.isStringLiteral(bare);
  // A shorthand property has one word for its name and its value.
  const isName = Node.isPropertyAssignment(place) && Node.isIdentifier(bare);
  const [start, end] = isLiteral
    ? [bare.getStart() + 1, bare.getEnd() - 1]
    : [bare.getStart(), bare.getEnd()];
  const kind = isLiteral ? 'literal' : isName ? 'name' : 'other';
  const text = place.getSourceFile().getFullText().slice(start, end);
  return { ...placeOf(place), start, end, text, kind };
}

function openModel(fleetFile: string): Node | undefined {
  const project = new Project({
    skipAddingFilesFromTsConfig: true,
    skipFileDependencyResolution: true,
    manipulationSettings: { indentationText: IndentationText.TwoSpaces, useTrailingCommas: true },
  });
  const file = project.addSourceFileAtPathIfExists(fleetFile);
  return file === undefined ? undefined : defaultExport(file);
}

/** Goes along a path as far as it is written down. */
function follow(root: Node, path: readonly string[]): Followed {
  let place = root;
  let value: Node | undefined = root;
  for (const key of path) {
    const found: Member | undefined = value === undefined ? undefined : memberOf(value, key, 0);
    if (found === undefined) return { place, value, isWhole: false };
    place = found.place;
    value = found.value;
  }
  return { place, value, isWhole: true };
}

interface Followed {
  readonly place: Node;
  readonly value: Node | undefined;
  readonly isWhole: boolean;
}

interface Member {
  /** What a person looks for: the property with its name. */
  readonly place: Node;
  readonly value: Node | undefined;
}

/** Deeper chains of names are circular. */
const mostSteps = 20;

function memberOf(node: Node, key: string, steps: number): Member | undefined {
  const value = settled(node, steps);
  if (value === undefined) return undefined;
  if (Node.isArrayLiteralExpression(value)) {
    const element = value.getElements()[Number(key)];
    return element === undefined ? undefined : { place: element, value: element };
  }
  return Node.isObjectLiteralExpression(value) ? propertyOf(value, key, steps) : undefined;
}

function propertyOf(object: ObjectLiteralExpression, key: string, steps: number): Member | undefined {
  // The last one wins, as it does when the program runs.
  for (const property of object.getProperties().toReversed()) {
    if (Node.isSpreadAssignment(property)) {
      const found = memberOf(property.getExpression(), key, steps + 1);
      if (found !== undefined) return found;
    } else if (nameOf(property) === key) {
      if (Node.isPropertyAssignment(property)) return { place: property, value: property.getInitializer() };
      if (Node.isShorthandPropertyAssignment(property))
        return { place: property, value: property.getNameNode() };
      return { place: property, value: undefined };
    }
  }
  return undefined;
}

function nameOf(property: Node): string | undefined {
  if (Node.isShorthandPropertyAssignment(property)) return property.getName();
  if (!Node.isPropertyAssignment(property) && !Node.isMethodDeclaration(property)) return undefined;
  const name = property.getNameNode();
  if (Node.isStringLiteral(name) || Node.isNumericLiteral(name)) return String(name.getLiteralValue());
  if (Node.isComputedPropertyName(name)) {
    const inside = name.getExpression();
    return Node.isStringLiteral(inside) ? inside.getLiteralValue() : undefined;
  }
  return name.getText();
}

/** Follows names, casts and helper calls to the literal that a value is written as. */
function settled(node: Node, steps: number): Node | undefined {
  if (steps > mostSteps) return undefined;
  if (Node.isAsExpression(node) || Node.isSatisfiesExpression(node) || Node.isParenthesizedExpression(node)) {
    return settled(node.getExpression(), steps + 1);
  }
  if (Node.isIdentifier(node)) {
    const declared = declarationOf(node.getSourceFile(), node.getText());
    return declared === undefined ? undefined : settled(declared, steps + 1);
  }
  if (Node.isPropertyAccessExpression(node)) {
    const member = memberOf(node.getExpression(), node.getName(), steps + 1);
    return member?.value === undefined ? undefined : settled(member.value, steps + 1);
  }
  if (Node.isCallExpression(node)) {
    // The helpers of the compiler take what they return as their last argument.
    const name = node.getExpression().getText();
    const last = node.getArguments().at(-1);
    if (/^(define|override)[A-Z]/.test(name) && last !== undefined) return settled(last, steps + 1);
    const made = returnedBy(settled(node.getExpression(), steps + 1));
    return made === undefined ? node : settled(made, steps + 1);
  }
  return node;
}

/** What the author's own function of one expression makes: its literals are where a person looks. */
function returnedBy(callee: Node | undefined): Node | undefined {
  if (!Node.isArrowFunction(callee) && !Node.isFunctionDeclaration(callee)) return undefined;
  const body = callee.getBody();
  if (!Node.isBlock(body)) return body;
  const [only, ...more] = body.getStatements();
  return more.length === 0 && Node.isReturnStatement(only) ? only.getExpression() : undefined;
}

function declarationOf(file: SourceFile, name: string): Node | undefined {
  const declared = file.getVariableDeclaration(name)?.getInitializer() ?? file.getFunction(name);
  if (declared !== undefined) return declared;
  for (const declaration of file.getImportDeclarations()) {
    const specifier = declaration.getModuleSpecifierValue();
    if (!specifier.startsWith('.')) continue;
    const named = declaration
      .getNamedImports()
      .find((one) => (one.getAliasNode() ?? one.getNameNode()).getText() === name);
    const isDefault = declaration.getDefaultImport()?.getText() === name;
    if (named === undefined && !isDefault) continue;
    const target = file.getProject().addSourceFileAtPathIfExists(`${file.getDirectoryPath()}/${specifier}`);
    if (target === undefined) return undefined;
    return isDefault ? defaultExport(target) : declarationOf(target, named?.getName() ?? name);
  }
  return undefined;
}

function defaultExport(file: SourceFile): Node | undefined {
  return file.getFirstDescendantByKind(SyntaxKind.ExportAssignment)?.getExpression();
}

function placeOf(node: Node): SourcePlace {
  const file = node.getSourceFile();
  const { line, column } = file.getLineAndColumnAtPos(node.getStart());
  return { file: file.getFilePath(), line, column };
}
