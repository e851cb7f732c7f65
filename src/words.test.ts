import { expect, test } from 'vitest';
import { failures } from './messages/en/failures';
import { notices } from './messages/en/notices';
import {
  isProduction,
  type Node,
  place,
  readSources,
  roomOf,
  type Source,
  walk,
} from './testing/sources';

/**
 * Words for people stand in messages/ alone, so that another language is one more folder there. Below,
 * a failure is a code with facts; the page asks for its words.
 */

const sources = readSources();
const production = sources.filter(isProduction);
const outside = production.filter(({ path }) => roomOf(path) !== 'messages');

/** Strings that look like sentences and are none, and why. */
const EXCEPTIONS: readonly { file: RegExp; text: RegExp; because: string }[] = [
  {
    file: /^probes\/methods\//,
    text: /^[\p{Lu}][\p{L}-]+ et al\., [\p{L} ]+ \d{4}$/u,
    because: 'how a paper is cited, in any language',
  },
  {
    file: /^study\/paper-numbers\.ts$/,
    text: /^(Attention, Please! .*|Psomas et al\., .*|[\w]+ ViT-[\w/]+)$/,
    because: 'a paper’s title and authors, and names of encoders',
  },
  { file: /^probes\/methods\/dinovit\.ts$/, text: /^DINO block$/, because: 'a method’s name' },
  {
    file: /^backbones\/catalogue\//,
    text: /^(DINO|MAE|CLIP|DeiT|SigLIP)[\w-]* ViT-\w+(\/\d+)?$/,
    because: 'names of models',
  },
  { file: /^images\/formats\//, text: /^JPEG XL$/, because: 'a format’s name' },
  { file: /^ui\/header\//, text: /^Probe Playground$/, because: 'the page’s name' },
  {
    file: /^(export\/pictures|figures\/scene)\//,
    text: /^"?Inter Variable"?(,.*sans-serif)?$/,
    because: 'fonts',
  },
  {
    file: /^(export\/pictures|ui\/sees)\//,
    text: /^(\w+:empty|input), /,
    because: 'a selector',
  },
  { file: /^ui\/header\//, text: /^(WebGPU|WebAssembly)$/, because: 'names of techniques' },
];

/** Attributes that people read or hear. */
const READ =
  /^(aria-(label|description|roledescription|valuetext|placeholder)|title|alt|placeholder|label|description|caption|heading|hint|summary|tooltip|message|text|words)$/;

/** Words in capitals, as names are written, letters by themselves, endings of files: EP, x, .onnx. */
const NO_WORD = /^(\P{L}|\.[a-z_]+\b|\b\p{L}\b|\b[\p{Lu}\d+-]{2,}\b)*$/u;

test('the page’s elements and what people read of their attributes come from messages', () => {
  const found = production
    .filter(({ path }) => roomOf(path) === 'ui' || path === 'main.tsx')
    .flatMap((source) => {
      const wrong: string[] = [];
      const check = (node: Node, text: string) => {
        if (/\p{L}/u.test(text) && !NO_WORD.test(text) && !isExcepted(source, text)) {
          wrong.push(`${place(source, node.start)} ${JSON.stringify(text.trim())}`);
        }
      };
      walk(source.program, (node) => {
        if (node.type === 'JSXText') check(node, node.value);
        else if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
          for (const child of node.children) {
            if (child.type !== 'JSXExpressionContainer') continue;
            for (const [part, text] of textsOf(child.expression)) check(part, text);
          }
        } else if (node.type === 'JSXAttribute' && READ.test(attributeName(node.name))) {
          for (const [part, text] of textsOf(node.value)) check(part, text);
        } else if (node.type === 'Property' && READ.test(keyOf(node.key))) {
          // { value: 'joint', label: … }
          for (const [part, text] of textsOf(node.value)) check(part, text);
        }
        return undefined;
      });
      return wrong;
    });
  expect(found).toEqual([]);
});

test('no other string is a sentence', () => {
  const found = outside.flatMap((source) => {
    const wrong: string[] = [];
    walk(source.program, (node, ancestors) => {
      if (isForNobody(node)) return false;
      const text = textOf(node);
      if (text !== null && isSentence(text, ancestors) && !isExcepted(source, text)) {
        wrong.push(`${place(source, node.start)} ${JSON.stringify(text)}`);
      }
      return undefined;
    });
    return wrong;
  });
  expect(found).toEqual([]);
});

test('what is thrown is an AppError, a ProgrammingError, an abort, or a class of our own', () => {
  const ours = new Set(
    production.flatMap(({ program }) =>
      program.body.flatMap((statement) => {
        const declared =
          statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
        return declared?.type === 'ClassDeclaration' && declared.superClass && declared.id
          ? [declared.id.name]
          : [];
      }),
    ),
  );
  const found = outside.flatMap((source) => {
    const wrong: string[] = [];
    walk(source.program, (node, ancestors) => {
      if (node.type !== 'NewExpression' || node.callee.type !== 'Identifier') return undefined;
      const { name } = node.callee;
      const thrown = ancestors.at(-1)?.type === 'ThrowStatement';
      const foreign = name === 'DOMException' ? !isAbort(node) : !ours.has(name);
      if (
        /^(Aggregate|Eval|Range|Reference|Syntax|Type|URI)?Error$/.test(name) ||
        (thrown && foreign)
      ) {
        wrong.push(`${place(source, node.start)} new ${name}`);
      }
      return undefined;
    });
    return wrong;
  });
  expect(found).toEqual([]);
});

test.each([
  ['vocabulary/failures.ts', 'FailureFacts', failures],
  ['vocabulary/notices.ts', 'NoticeFacts', notices],
] as const)('every code of %s has words', (file, name, sentences) => {
  const facts = factsOf(file, name);
  expect(Object.keys(sentences).sort()).toEqual([...facts.keys()].sort());
  for (const [code, sample] of facts) {
    if (sample === null) continue;
    const say = sentences[code as keyof typeof sentences] as (facts: unknown) => string;
    const text = say({ code, ...sample });
    expect(text.trim(), code).toMatch(/\p{L}/u);
    expect(text, code).not.toMatch(/undefined|NaN|\[object/);
  }
});

function isExcepted({ path }: Source, text: string): boolean {
  return EXCEPTIONS.some((exception) => exception.file.test(path) && exception.text.test(text));
}

/** A string or a template as one text, with "…" for what is filled in; null for anything else. */
function textOf(node: Node): string | null {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  if (node.type !== 'TemplateLiteral') return null;
  return node.quasis.map(({ value }) => value.cooked ?? value.raw).join('…');
}

/** The texts that an expression may come to, each with where it stands. */
function textsOf(node: Node | null | undefined): [Node, string][] {
  if (!node) return [];
  const text = textOf(node);
  if (text !== null) return [[node, text]];
  switch (node.type) {
    case 'JSXExpressionContainer':
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
      return textsOf(node.expression);
    case 'ConditionalExpression':
      return [...textsOf(node.consequent), ...textsOf(node.alternate)];
    case 'LogicalExpression':
    case 'BinaryExpression':
      return node.operator === '+' || node.type === 'LogicalExpression'
        ? [...textsOf(node.left), ...textsOf(node.right)]
        : [];
    case 'ArrayExpression':
      return node.elements.flatMap((element) => textsOf(element));
    default:
      return [];
  }
}

function attributeName(node: Node): string {
  return node.type === 'JSXIdentifier' ? node.name : '';
}

/** Types, addresses of modules, and what is said to developers. */
function isForNobody(node: Node): boolean {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSTypeAliasDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAnnotation':
    case 'TSTypeParameterInstantiation':
      return true;
    case 'NewExpression':
      return (
        node.callee.type === 'Identifier' &&
        ['ProgrammingError', 'DOMException', 'RegExp'].includes(node.callee.name)
      );
    default:
      return false;
  }
}

/** Two words or more that begin or end or pause as a sentence does. */
function isSentence(text: string, ancestors: readonly Node[]): boolean {
  const parent = ancestors.at(-1);
  // Names of classes, of fonts, and paths: the elements' attributes have a test of their own.
  if (parent?.type === 'JSXAttribute' && !READ.test(attributeName(parent.name))) return false;
  if (NO_WORD.test(text)) return false;
  if (!/\p{L}{2,}[\p{L}’'…,;:)”"]* +[("“]?(\p{L}{2,}|a |…)/u.test(text)) return false;
  return (
    /^[^\p{L}\d]*\p{Lu}/u.test(text) ||
    /[.!?]["”)]?$/.test(text.trim()) ||
    /\p{L}, \p{L}/u.test(text)
  );
}

function isAbort(node: Node): boolean {
  if (node.type !== 'NewExpression') return false;
  const name = node.arguments[1];
  return name !== undefined && textOf(name) === 'AbortError';
}

/** Codes of an interface of facts, with made-up facts of the right types; null where none are known. */
function factsOf(file: string, name: string): Map<string, Record<string, unknown> | null> {
  const source = sources.find(({ path }) => path === file);
  const found = new Map<string, Record<string, unknown> | null>();
  for (const statement of source?.program.body ?? []) {
    if (statement.type !== 'ExportNamedDeclaration') continue;
    const { declaration } = statement;
    if (declaration?.type !== 'TSInterfaceDeclaration' || declaration.id.name !== name) continue;
    for (const member of declaration.body.body) {
      if (member.type !== 'TSPropertySignature') continue;
      const sample = member.typeAnnotation && sampleOf(member.typeAnnotation.typeAnnotation);
      found.set(keyOf(member.key), isRecord(sample) ? sample : null);
    }
  }
  expect(found.size).toBeGreaterThan(0);
  return found;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function keyOf(key: Node): string {
  return key.type === 'Identifier' ? key.name : (textOf(key) ?? '');
}

/** Some value of a type; undefined where the type stands elsewhere. */
function sampleOf(type: Node): unknown {
  switch (type.type) {
    case 'TSStringKeyword':
      return 'something';
    case 'TSNumberKeyword':
      return 7;
    case 'TSBooleanKeyword':
      return true;
    case 'TSNullKeyword':
      return null;
    case 'TSLiteralType':
      return type.literal.type === 'Literal' ? type.literal.value : undefined;
    case 'TSUnionType':
      return type.types[0] && sampleOf(type.types[0]);
    case 'TSTypeOperator':
      return type.typeAnnotation && sampleOf(type.typeAnnotation);
    case 'TSArrayType': {
      const element = sampleOf(type.elementType);
      return element === undefined ? undefined : [element, element];
    }
    case 'TSTypeReference':
      return type.typeName.type === 'Identifier' && type.typeName.name === 'Failure'
        ? { code: 'unexpected', detail: 'something' }
        : undefined;
    case 'TSTypeLiteral': {
      const sample: Record<string, unknown> = {};
      for (const member of type.members) {
        if (member.type !== 'TSPropertySignature' || !member.typeAnnotation) return undefined;
        const value = sampleOf(member.typeAnnotation.typeAnnotation);
        if (value === undefined) return undefined;
        sample[keyOf(member.key)] = value;
      }
      return sample;
    }
    default:
      return undefined;
  }
}
