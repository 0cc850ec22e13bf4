import { detailsOf, saidOf } from "#components/catalog/entity-form/details-values.ts";
import type { FormField } from "#components/catalog/entity-form/form-fields.ts";
import * as words from "#components/words/catalog/entity-form/form-values.ts";
import type { EntityPatch } from "#lib/catalog/entities/schema.ts";
import type { RelationDetails } from "#lib/catalog/relations/relation-details.ts";
import type { FieldProblem } from "#lib/kernel/errors.ts";

/**
 * Something that can be pointed at: `value` is a reference such as `group:payments`. `said` is what is said of the relation itself, as
 * texts by property, `since` and `until`; `kept` is what of that no field shows.
 */
export type Choice = { value: string; label: string; said?: Record<string, string>; kept?: RelationDetails };
/** What stands in a form, by the path of its field: a text, or what was chosen. */
export type FormValues = Record<string, string | Choice[]>;

type Reference = { blueprint: string; identifier: string } & RelationDetails;

/** The values of an entity's fields as a form shows them; `nameOf` gives the title of what a relation points at. */
export function toValues(
  fields: FormField[],
  said: ReadonlyMap<string, unknown>,
  nameOf: (reference: string) => string,
): FormValues {
  return Object.fromEntries(fields.map((field) => [field.path, toValue(field, said, nameOf)]));
}

function toValue(
  { path, control, options, targets, details }: FormField,
  said: ReadonlyMap<string, unknown>,
  nameOf: (reference: string) => string,
): string | Choice[] {
  const value = said.get(path);
  if (control === "one" || control === "many") {
    if (typeof value === "string") return [{ value, label: nameOf(value) }];
    return ((value ?? []) as Reference[]).map((end) => ({
      value: refOf(end),
      label: nameOf(refOf(end)),
      ...saidOf(end, details),
    }));
  }
  if (control === "named") {
    const reference = typeof value === "string" && value !== "" ? referenceOf(targets, value) : null;
    return reference === null ? [] : [{ value: reference, label: nameOf(reference) }];
  }
  if (control === "choices")
    return [value ?? []]
      .flat()
      .map(String)
      .map((text) => ({ value: text, label: labelOf(options, text) }));
  if (control === "pairs")
    return [...said]
      .flatMap(([key, text]) =>
        key.startsWith(`${path}.`) && text !== null ? `${key.slice(path.length + 1)}: ${text}` : [],
      )
      .join("\n");
  if (value === undefined || value === null) return "";
  if (control === "lines" && Array.isArray(value)) return value.map(String).join("\n");
  if (control === "links" && Array.isArray(value))
    return value
      .map(({ url, title }: { url: string; title?: string }) => (title === undefined ? url : `${url} ${title}`))
      .join("\n");
  if (control === "labelled") return labelledText(value);
  if (typeof value === "string") return value;
  return control === "json" || typeof value === "object" ? JSON.stringify(value, null, 2) : String(value);
}

/** What changed between two states of a form, as a patch; what cannot be read is a problem of its field. */
export function toPatch(
  fields: FormField[],
  before: FormValues,
  after: FormValues,
): { patch: EntityPatch; problems: FieldProblem[] } {
  const patch: Record<string, unknown> = {};
  const problems: FieldProblem[] = [];
  for (const field of fields) {
    const [was, is] = [before[field.path] ?? "", after[field.path] ?? ""];
    if (JSON.stringify(was) === JSON.stringify(is)) continue;
    const read = readValue(field, is, was);
    if ("problem" in read) problems.push({ path: field.path, message: read.problem });
    else set(patch, field.path, read.value);
  }
  return { patch: patch as EntityPatch, problems };
}

function set(patch: Record<string, unknown>, path: string, value: unknown): void {
  const at = path.indexOf(".");
  if (at < 0) patch[path] = value;
  else patch[path.slice(0, at)] = { ...(patch[path.slice(0, at)] as object | undefined), [path.slice(at + 1)]: value };
}

type Read = { value: unknown } | { problem: string };

function readValue(
  { path, control, isNumeric, targets, details }: FormField,
  is: string | Choice[],
  was: string | Choice[],
): Read {
  if (typeof is !== "string") {
    if (path === "owner") return { value: is[0]?.value ?? null };
    if (control === "named") return { value: is[0] === undefined ? null : nameIn(targets, is[0].value) };
    if (control === "choices")
      return readLines(
        is.map(({ value }) => value),
        isNumeric,
      );
    return { value: is.map((choice) => ({ ...endOf(choice.value), ...detailsOf(choice, details) })) };
  }
  const text = is.trim();
  if (control === "pairs") return readPairs(text, typeof was === "string" ? was : "");
  if (control === "links") return { value: linesOf(text).map(readLink) };
  if (control === "lines") return readLines(linesOf(text), isNumeric);
  if (control === "labelled") return { value: readLabelled(is) };
  if (text === "") return path === "title" ? { problem: words.cannotBeEmpty } : { value: null };
  if (control === "yes-no") return { value: text === "true" };
  if (control === "number" || (control === "choice" && isNumeric)) return readNumber(text);
  return control === "json" ? readJson(text) : { value: control === "long" ? is : text };
}

function readNumber(text: string): Read {
  const number = Number(text);
  return Number.isFinite(number) ? { value: number } : { problem: words.useANumber };
}

function readLines(lines: string[], isNumeric: boolean): Read {
  if (!isNumeric) return { value: lines };
  const numbers = lines.map(Number);
  return numbers.every(Number.isFinite) ? { value: numbers } : { problem: words.useNumbers };
}

function readJson(text: string): Read {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    return { problem: words.isNoJson(error instanceof Error ? error.message : words.itCannotBeRead) };
  }
}

// A key that is not there any more is taken away.
function readPairs(text: string, was: string): Read {
  const pairs = new Map<string, string | null>();
  for (const line of linesOf(was)) pairs.set(keyOf(line), null);
  for (const line of linesOf(text)) {
    const at = separatorOf(line);
    if (at < 1) return { problem: words.writePair(line.slice(0, 60)) };
    pairs.set(keyOf(line), line.slice(at + 1).trim());
  }
  return { value: Object.fromEntries(pairs) };
}

function separatorOf(line: string): number {
  const at = line.indexOf(": ");
  return at < 0 ? line.indexOf(":") : at;
}

function keyOf(line: string): string {
  return line.slice(0, Math.max(0, separatorOf(line))).trim();
}

function readLink(line: string): { url: string; title?: string } {
  const at = line.search(/\s/);
  return at < 0 ? { url: line } : { url: line.slice(0, at), title: line.slice(at).trim() };
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** People and teams are stored by their name alone; with the kind before it they are the same. */
function referenceOf([target = ""]: string[], name: string): string {
  return name.startsWith(`${target}:`) ? name : `${target}:${name}`;
}

function nameIn([target = ""]: string[], reference: string): string {
  return reference.startsWith(`${target}:`) ? reference.slice(target.length + 1) : reference;
}

function labelOf(options: FormField["options"], value: string): string {
  return options.find((option) => option.value === value)?.label ?? value;
}

/** An address and its title stand in two lines. */
function labelledText(value: unknown): string {
  if (typeof value === "string") return value;
  const { url, title } = value as { url?: unknown; title?: unknown };
  return [url, title].map((part) => (typeof part === "string" ? part : "")).join("\n");
}

function readLabelled(text: string): { url: string; title?: string } | null {
  const [url = "", title = ""] = text.split("\n").map((line) => line.trim());
  if (url === "" && title === "") return null;
  return title === "" ? { url } : { url, title };
}

function refOf({ blueprint, identifier }: Reference): string {
  return `${blueprint}:${identifier}`;
}

function endOf(reference: string): Reference {
  const at = reference.indexOf(":");
  return { blueprint: reference.slice(0, at), identifier: reference.slice(at + 1) };
}
