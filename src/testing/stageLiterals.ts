/** Finds what names a kind of stage in a source: strings, and tables with a key a kind. By the compiler's own reading. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { isStageKind } from '../lab/stages/kinds.ts';

export interface FoundLiteral {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
}

/**
 * Every string in the source, quoted or in a type or attribute, that is a kind's name and nothing else; and every object
 * with keys that name two kinds or more.
 */
export function findStageLiterals(source: string, fileName: string): readonly FoundLiteral[] {
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true);
  const found: FoundLiteral[] = [];
  const lineOf = (node: ts.Node): number => file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && isStageKind(node.text)) {
      found.push({ line: lineOf(node), text: node.text });
    }
    if (ts.isObjectLiteralExpression(node)) enterTable(node);
    ts.forEachChild(node, visit);
  };
  const enterTable = ({ properties }: ts.ObjectLiteralExpression): void => {
    const keys = properties.flatMap(({ name }) =>
      name && ts.isIdentifier(name) && isStageKind(name.text) ? name : [],
    );
    if (keys.length > 1) keys.forEach((key) => found.push({ line: lineOf(key), text: key.text }));
  };
  visit(file);
  return found;
}

/** `path:line "name"` of every such literal below the folders, except where `isAllowed`. Paths are relative to `root`. */
export function stageLiteralsBelow(
  root: string,
  folders: readonly string[],
  isAllowed: (file: string) => boolean,
): readonly string[] {
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => path.join(folder, name).replaceAll(path.sep, '/'))
      .filter((name) => /\.tsx?$/.test(name) && !isAllowed(name)),
  );
  return files.flatMap((name) =>
    findStageLiterals(readFileSync(path.join(root, name), 'utf8'), name).map(
      ({ line, text }) => `${name}:${line} "${text}"`,
    ),
  );
}
