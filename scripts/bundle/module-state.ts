import ts from 'typescript';

/** Where a module could keep something from one workflow to the next: a line of the file, and what is there. */
export type StateFault = { file: string; line: number; what: string };

/** Change what they are called on. */
const MUTATORS = new Set([
  ...['push', 'pop', 'shift', 'unshift', 'splice', 'sort', 'reverse', 'fill', 'copyWithin'],
  ...['set', 'add', 'delete', 'clear', 'setTime'],
]);
/** Change their first argument. */
const OF_OBJECT = new Set(['assign', 'defineProperty', 'defineProperties', 'setPrototypeOf']);
/** What is made by `new` and can be changed, unless its type says that it is only read. */
const CHANGEABLE = new Set(['Map', 'Set', 'WeakMap', 'WeakSet', 'Date', 'Array', 'Uint8Array']);
const READ_ONLY = /^Readonly(?:Map|Set|Array)\b|^readonly /;
const REMEMBERS_INDEX = /\/[a-z]*[gy][a-z]*$/;

const isAssignment = (kind: ts.SyntaxKind): boolean =>
  kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;

/** What `a` is in `a.b[c].d`. */
const rootOf = (node: ts.Expression): ts.Expression => {
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node))
    return rootOf(node.expression);
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return rootOf(node.expression);
  return node;
};

/** What a statement or expression changes, if it changes anything. */
const changedBy = (node: ts.Node): ts.Expression | undefined => {
  if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind)) return node.left;
  if (ts.isDeleteExpression(node)) return node.expression;
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    const counts = [ts.SyntaxKind.PlusPlusToken, ts.SyntaxKind.MinusMinusToken];
    return counts.includes(node.operator) ? node.operand : undefined;
  }
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const { expression: on, name } = node.expression;
  if (MUTATORS.has(name.text)) return on;
  return on.getText() === 'Object' && OF_OBJECT.has(name.text) ? node.arguments[0] : undefined;
};

/** Finds the state of modules in files of a program. */
class Finder {
  private readonly faults: StateFault[] = [];
  private readonly checker: ts.TypeChecker;

  constructor(
    program: ts.Program,
    private readonly files: readonly ts.SourceFile[],
  ) {
    this.checker = program.getTypeChecker();
  }

  find(): StateFault[] {
    for (const file of this.files) this.visit(file, true);
    return this.faults;
  }

  /** `atLoad`: carried out once, when the module is loaded. */
  private visit(node: ts.Node, atLoad: boolean): void {
    this.checkChange(node);
    if (atLoad) this.checkMade(node);
    const within = atLoad && !ts.isFunctionLike(node);
    node.forEachChild((child) => {
      const isField = ts.isPropertyDeclaration(child) && !isStatic(child);
      this.visit(child, within && !isField);
    });
  }

  private checkMade(node: ts.Node): void {
    if (ts.isVariableDeclarationList(node) && !(node.flags & ts.NodeFlags.Const))
      this.note(node, 'a variable of the module');
    if (ts.isPropertyDeclaration(node) && isStatic(node) && !isReadonly(node))
      this.note(node, 'a static field that is not readonly');
    if (ts.isRegularExpressionLiteral(node) && REMEMBERS_INDEX.test(node.text))
      this.note(node, 'a regular expression that remembers where it was');
    if (ts.isNewExpression(node) && CHANGEABLE.has(node.expression.getText()) && !this.isOnlyRead(node))
      this.note(node, `a ${node.expression.getText()} that can be changed`);
  }

  /** What is spread at once is gone afterwards. */
  private isOnlyRead({ parent }: ts.NewExpression): boolean {
    if (ts.isSpreadElement(parent)) return true;
    return ts.isVariableDeclaration(parent) && READ_ONLY.test(parent.type?.getText() ?? '');
  }

  private checkChange(node: ts.Node): void {
    const changed = changedBy(node);
    if (changed && this.isOfModule(rootOf(changed))) this.note(node, 'changes what belongs to the module');
  }

  private isOfModule(root: ts.Expression): boolean {
    if (!ts.isIdentifier(root)) return false;
    const found = this.checker.getSymbolAtLocation(root);
    const symbol = found && found.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(found) : found;
    const declared = symbol?.valueDeclaration;
    if (!declared || !this.files.includes(declared.getSourceFile())) return false;
    if (ts.isClassDeclaration(declared)) return true;
    const list = ts.isVariableDeclaration(declared) ? declared.parent.parent : undefined;
    return list !== undefined && ts.isSourceFile(list.parent);
  }

  private note(node: ts.Node, what: string): void {
    const file = node.getSourceFile();
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    this.faults.push({ file: file.fileName, line: line + 1, what });
  }
}

const modifiersOf = (node: ts.PropertyDeclaration): ts.SyntaxKind[] =>
  (node.modifiers ?? []).map(({ kind }) => kind);
const isStatic = (node: ts.PropertyDeclaration): boolean =>
  modifiersOf(node).includes(ts.SyntaxKind.StaticKeyword);
const isReadonly = (node: ts.PropertyDeclaration): boolean =>
  modifiersOf(node).includes(ts.SyntaxKind.ReadonlyKeyword);

/**
 * What in the modules of a program could keep something of a workflow once they are loaded: variables, collections,
 * regular expressions that remember, and every change of something that belongs to a module. What a change does
 * through another name is not seen; that is what `seal.cjs` is for.
 */
export const stateIn = (program: ts.Program, isOurs: (file: string) => boolean): StateFault[] =>
  new Finder(
    program,
    program
      .getSourceFiles()
      .filter(({ fileName, isDeclarationFile }) => !isDeclarationFile && isOurs(fileName)),
  ).find();
