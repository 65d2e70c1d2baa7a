/** What a file exports is for others: what no other file names is private, or dead. */
import assert from "node:assert/strict";
import ts from "typescript";
import { sourcesUnder, type Source } from "./sources.ts";

const LOOKED_THROUGH = ["shared", "server", "addin"];
const MAY_USE = [...LOOKED_THROUGH, "test"];

interface Exported {
  readonly name: string;
  /** A type that only its own file names says what that file's exports give; a value of which that is true is private. */
  readonly isType: boolean;
}

const parse = ({ path, text }: Source): ts.SourceFile => ts.createSourceFile(path, text, ts.ScriptTarget.ES2022);

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

function exportsOf(source: Source): Exported[] {
  return parse(source)
    .statements.filter(isExported)
    .flatMap((statement): Exported[] => {
      if (ts.isVariableStatement(statement))
        return statement.declarationList.declarations.flatMap(({ name }) =>
          ts.isIdentifier(name) ? [{ name: name.text, isType: false }] : [],
        );
      if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement))
        return [{ name: statement.name.text, isType: true }];
      const isNamed = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement);
      return isNamed && statement.name ? [{ name: statement.name.text, isType: false }] : [];
    });
}

/** How often each name stands in the file, in the code and not in texts or comments. */
function namesIn(source: Source): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.set(node.text, (names.get(node.text) ?? 0) + 1);
    ts.forEachChild(node, visit);
  };
  visit(parse(source));
  return names;
}

function findUnused(sources: readonly Source[], users: readonly Source[]): string[] {
  const named = new Map(users.map((source) => [source.path, namesIn(source)]));
  const filesNaming = new Map<string, number>();
  for (const names of named.values())
    for (const name of names.keys()) filesNaming.set(name, (filesNaming.get(name) ?? 0) + 1);
  return sources.flatMap((source) =>
    exportsOf(source)
      .filter(({ name, isType }) => {
        const isUsedHere = (named.get(source.path)?.get(name) ?? 0) > 1;
        return (filesNaming.get(name) ?? 0) <= 1 && !(isType && isUsedHere);
      })
      .map(({ name }) => `${source.path} exports ${name}, which no other file names`),
  );
}

describe("conventions: what is exported is used", () => {
  const user: Source = { path: "server/main.ts", text: 'import { used } from "../shared/added.ts";\nused("spare");\n' };
  const CASES: readonly (readonly [string, string, number])[] = [
    ["a function another file calls", "export function used(): void {}", 0],
    ["a function nobody calls", "export function spare(): void {}", 1],
    ["a value that only its own file names", "export const spare = 1;\nconst twice = 2 * spare;", 1],
    ["a class nobody names", "export class Spare {}", 1],
    ["a type nobody names", "export interface Spare {}", 1],
    ["a type that says what a function gives", "export interface Given {}\nexport const used = (): Given => ({});", 0],
    ["two values in one statement", "export const used = 1, spare = 2;", 1],
    ["a name that stands in comments only", "// spare\nexport type Spare = string;", 1],
    ["what is not exported", "const spare = 1;", 0],
  ];
  for (const [name, text, faults] of CASES)
    it(`${name}: ${faults === 0 ? "passes" : "is found"}`, () => {
      const added: Source = { path: "shared/added.ts", text };
      assert.equal(findUnused([added], [added, user]).length, faults);
    });

  it("everywhere", () => {
    assert.deepEqual(findUnused(LOOKED_THROUGH.flatMap(sourcesUnder), MAY_USE.flatMap(sourcesUnder)), []);
  });
});
