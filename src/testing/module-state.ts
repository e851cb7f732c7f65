import { memoiseByObject } from '../numbers/memoise';
import { type Node, place, type Source, walk } from './sources';

/** Something at a file's top level that changes, or could. */
export interface Changing {
  /** "file name". */
  key: string;
  says: string;
}

/** What stands at a file's top level and changes, or could; `all` may change it from elsewhere. */
export function changing(source: Source, all: readonly Source[]): Changing[] {
  const found: Changing[] = [];
  for (const statement of source.program.body) {
    const declaration =
      statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type === 'ClassDeclaration')
      found.push(...changingStatics(source, declaration));
    if (declaration?.type !== 'VariableDeclaration' || declaration.declare) continue;
    for (const { id, init, start } of declaration.declarations) {
      // An empty collection that can't be filled is a constant.
      if (id.type === 'Identifier' && isReadonlyType(id.typeAnnotation)) continue;
      if (id.type !== 'Identifier' && declaration.kind === 'const') continue;
      const name = id.type === 'Identifier' ? id.name : source.text.slice(id.start, id.end);
      const why =
        declaration.kind !== 'const'
          ? `is declared with ${declaration.kind}`
          : (holdsState(init) ?? (isMutated(source, name, all) ? 'is changed later' : null));
      if (why)
        found.push({
          key: `${source.path} ${name}`,
          says: `${place(source, start)} ${name} ${why}`,
        });
    }
  }
  return found;
}

/** `ReadonlyMap` or `ReadonlySet`. */
function isReadonlyType(annotation: Node | null | undefined): boolean {
  const type = annotation?.type === 'TSTypeAnnotation' ? annotation.typeAnnotation : null;
  if (type?.type !== 'TSTypeReference') return false;
  return /^Readonly(Map|Set)$/.test(nameOf(type.typeName));
}

/** Static fields are module level by another name. */
function changingStatics(source: Source, declaration: Node): Changing[] {
  if (declaration.type !== 'ClassDeclaration') return [];
  return declaration.body.body.flatMap((member) => {
    if (member.type !== 'PropertyDefinition' || !member.static) return [];
    const why = member.readonly ? holdsState(member.value) : 'is static and not readonly';
    const name = `${declaration.id?.name}.${source.text.slice(member.key.start, member.key.end)}`;
    return why
      ? [{ key: `${source.path} ${name}`, says: `${place(source, member.start)} ${name} ${why}` }]
      : [];
  });
}

/** Classes whose instances don't change once they are made. */
const FIXED = /^(RegExp|URL|TextEncoder|TextDecoder|Error|(Intl\..*))$/;
/** Classes that are fine where nothing is put in later. */
const COLLECTION = /^(Map|Set|Array|((Big)?(Ui|I)nt\d+|Uint8Clamped|Float\d+)Array)$/;
/** What makes something with state, by its name; contexts of React are names for a place. */
const MAKER = /^(create(?!Context$)|make|open|start|connect|observable|memoise|signal|atom)/;

/** Why a value is one that changes; null where it doesn't by itself. */
function holdsState(value: Node | null): string | null {
  const node = bare(value);
  if (!node) return null;
  if (node.type === 'NewExpression') {
    const name = nameOf(node.callee);
    if (FIXED.test(name)) return null;
    if (COLLECTION.test(name) && node.arguments.length > 0) return null;
    return COLLECTION.test(name) ? `is an empty ${name}` : `is an instance of ${name}`;
  }
  if (node.type === 'CallExpression') {
    // create<State>()(…)
    const inner = bare(node.callee);
    if (inner?.type === 'CallExpression') return holdsState(inner);
    const name = nameOf(node.callee);
    return MAKER.test(name.replace(/^.*\./, '')) ? `is made by ${name}()` : null;
  }
  if (node.type === 'ObjectExpression') {
    for (const property of node.properties) {
      const why = property.type === 'Property' ? holdsState(property.value) : null;
      if (why) return `holds what ${why}`;
    }
  }
  if (node.type === 'ArrayExpression') {
    for (const element of node.elements) {
      const why = holdsState(element);
      if (why) return `holds what ${why}`;
    }
  }
  return null;
}

/** Without what only the compiler reads. */
function bare(node: Node | null | undefined): Node | null {
  if (!node) return null;
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'ParenthesizedExpression':
      return bare(node.expression);
    default:
      return node;
  }
}

/** "Intl.NumberFormat" of such an expression, "" where it has no name. */
function nameOf(node: Node): string {
  if (node.type === 'Identifier') return node.name;
  if (node.type !== 'MemberExpression') return '';
  const property = node.property.type === 'Identifier' ? node.property.name : '';
  return `${nameOf(node.object)}.${property}`;
}

/** Methods that change what they are called on. */
const MUTATORS =
  /^(push|pop|shift|unshift|splice|sort|reverse|fill|copyWithin|set|add|delete|clear|setState)$/;

/** Whether a file's constant, here or where it is imported, is changed in place. */
function isMutated(home: Source, name: string, all: readonly Source[]): boolean {
  return (
    mutations(home).has(name) ||
    importersOf(home, name, all).some(([source, local]) => mutations(source).has(local))
  );
}

/** Files that import a name from `home`, and what they call it. */
function importersOf(
  home: Source,
  name: string,
  all: readonly Source[],
): [source: Source, local: string][] {
  return all.flatMap((source) => {
    const found: [Source, string][] = [];
    for (const statement of source.program.body) {
      if (statement.type !== 'ImportDeclaration') continue;
      const from = statement.source.value;
      if (source.imports.find(({ specifier }) => specifier === from)?.target !== home.path)
        continue;
      for (const specifier of statement.specifiers) {
        if (specifier.type !== 'ImportSpecifier') continue;
        const { imported } = specifier;
        if ((imported.type === 'Identifier' ? imported.name : imported.value) === name) {
          found.push([source, specifier.local.name]);
        }
      }
    }
    return found;
  });
}

/** Names that are changed in place somewhere in a file, by the name alone. */
const mutations = memoiseByObject((source: Source): ReadonlySet<string> => {
  const names = new Set<string>();
  const take = (target: Node) => {
    if (target.type !== 'MemberExpression') return;
    let object: Node | null = bare(target.object);
    while (object?.type === 'MemberExpression') object = bare(object.object);
    if (object?.type === 'Identifier') names.add(object.name);
  };
  walk(source.program, (node) => {
    if (node.type === 'AssignmentExpression') take(node.left);
    else if (node.type === 'UpdateExpression') take(node.argument);
    else if (node.type === 'UnaryExpression' && node.operator === 'delete') take(node.argument);
    else if (node.type === 'CallExpression') {
      const { callee } = node;
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
      if (nameOf(callee) === 'Object.assign') {
        const target = bare(node.arguments[0]);
        if (target?.type === 'Identifier') names.add(target.name);
      } else if (MUTATORS.test(callee.property.name)) take(callee);
    }
  });
  return names;
});
