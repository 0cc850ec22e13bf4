import { type Document, isAlias, isMap, isPair, isScalar, isSeq, type Node } from "yaml";
import { findBadCharacter } from "./find-bad-character.ts";
import type { JsonObject, JsonValue } from "./parsed-yaml.ts";

const maxDepth = 64;
const maxNodes = 100_000;
const maxTextLength = 10_000_000;
const maxLines = 5_000;
const maxLinePathDepth = 6;

/** A value that has no place in the catalog. `offset` is where in the text. */
export class UnusableNode extends Error {
  readonly offset: number | undefined;
  readonly path: string;
  constructor(message: string, path: string, offset: number | undefined) {
    super(message);
    this.path = path;
    this.offset = offset;
  }
}

/**
 * Turns a composed YAML document into JSON. Written here instead of the library's own conversion because that one is quadratic in keys
 * when it checks for duplicates, loses digits of large numbers, turns `.inf` into null and says nothing about where a value stands.
 * Aliases are expanded, and counted while they are: a small text can stand for a gigantic value.
 */
export class NodeConverter {
  readonly lineOffsets = new Map<string, number>();
  readonly #document: Document.Parsed;
  readonly #aliasTargets = new Map<Node, Node | undefined>();
  #nodeCount = 0;
  #textLength = 0;

  constructor(document: Document.Parsed) {
    this.#document = document;
  }

  convert(node: unknown, path = "", depth = 0): JsonValue {
    this.#nodeCount += 1;
    if (this.#nodeCount > maxNodes)
      this.#refuse(
        `has more than ${maxNodes} values once its aliases are expanded; remove aliases (*name) or split the file`,
        path,
        node,
      );
    if (depth > maxDepth)
      this.#refuse(
        `is nested deeper than ${maxDepth} levels or contains itself through an alias; make it flatter`,
        path,
        node,
      );
    if (node === null || node === undefined) return null;
    if (isScalar(node)) return this.#scalar(node.value, node.source, path, node);
    if (isAlias(node)) return this.convert(this.#target(node, path), path, depth + 1);
    if (isSeq(node)) return node.items.map((item, index) => this.#child(item, `${path}[${index}]`, depth));
    if (isMap(node)) return this.#map(node.items, path, depth);
    if (isPair(node)) return this.#map([node], path, depth);
    return this.#refuse("has a value of an unknown kind; write it as text", path, node);
  }

  #map(pairs: readonly { key: unknown; value: unknown }[], path: string, depth: number): JsonObject {
    const result: JsonObject = {};
    for (const { key: keyNode, value } of pairs) {
      const key = this.#key(keyNode, path);
      const childPath = path === "" ? key : `${path}.${key}`;
      if (key === "__proto__") this.#refuse('has the key "__proto__", which is not allowed; rename it', path, keyNode);
      if (Object.hasOwn(result, key)) this.#refuse("is given twice; keep one of the two", childPath, keyNode);
      result[key] = this.#child(value, childPath, depth, keyNode);
    }
    return result;
  }

  #child(node: unknown, path: string, depth: number, placeNode: unknown = node): JsonValue {
    const offset = offsetOf(placeNode);
    if (offset !== undefined && depth < maxLinePathDepth && this.lineOffsets.size < maxLines)
      this.lineOffsets.set(path, offset);
    return this.convert(node, path, depth + 1);
  }

  #key(node: unknown, path: string): string {
    if (node === null) return "";
    const target = isAlias(node) ? this.#target(node, path) : node;
    if (!isScalar(target)) return this.#refuse("has a list or a mapping as a key; use text as the key", path, node);
    const value = this.#scalar(target.value, target.source, path, node);
    return typeof value === "string" ? value : (target.source ?? String(value));
  }

  #scalar(value: unknown, source: string | undefined, path: string, node: unknown): JsonValue {
    if (value === null || typeof value === "boolean") return value;
    if (typeof value === "number") {
      const losesDigits = Number.isInteger(value) && !Number.isSafeInteger(value) && /^[-+]?\d+$/.test(source ?? "");
      return Number.isFinite(value) && !losesDigits ? value : (source ?? String(value));
    }
    const text = typeof value === "string" ? value : (source ?? "");
    const bad = findBadCharacter(text);
    if (bad !== null) this.#refuse(bad, path, node);
    this.#textLength += text.length;
    if (this.#textLength > maxTextLength)
      this.#refuse(
        `is longer than ${maxTextLength} characters once its aliases are expanded; remove aliases (*name)`,
        path,
        node,
      );
    return text;
  }

  #target(alias: Node, path: string): Node {
    if (!this.#aliasTargets.has(alias))
      this.#aliasTargets.set(alias, isAlias(alias) ? alias.resolve(this.#document) : undefined);
    return (
      this.#aliasTargets.get(alias) ??
      this.#refuse("points to an anchor that does not exist; define it (&name) before it is used", path, alias)
    );
  }

  #refuse(message: string, path: string, node: unknown): never {
    throw new UnusableNode(message, path, offsetOf(node));
  }
}

function offsetOf(node: unknown): number | undefined {
  const isNode = isScalar(node) || isAlias(node) || isMap(node) || isSeq(node);
  return isNode ? (node.range?.[0] ?? undefined) : undefined;
}
