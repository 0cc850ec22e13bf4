import type { Core } from "../core.ts";
import type { BoundCall, Typed } from "../elaboration/elaboration.ts";
import { wholeText } from "../pattern/whole.ts";
import { boolean, duration, listOf, number, text, unknown, type ValueType } from "../value-type.ts";
import { patternOf, receiverOf } from "./bound-call.ts";
import { type FunctionDefinition, parameter } from "./definition.ts";

const lists = ["list", "unknown"] as const;
const aLambda = parameter("each", "lambda");

function itemsOf({ type }: Typed): ValueType {
  return type.kind === "list" ? type.items : unknown;
}

/** A body of a lambda that has to be true or false. */
function each(what: "filter" | "any" | "all"): (call: BoundCall) => Typed {
  return (call) => {
    const list = receiverOf(call);
    const { id, name, body } = call.lambda("each", itemsOf(list));
    if (body.type.kind !== "boolean" && body.type.kind !== "unknown")
      call.refuse("each", `${what} needs a condition here, for example x.name = "a"`);
    const core: Core = { step: "each", what, list: list.core, id, name, body: body.core };
    return { core, type: what !== "filter" ? boolean : list.type.kind === "list" ? list.type : listOf(unknown) };
  };
}

function mapped(call: BoundCall): Typed {
  const list = receiverOf(call);
  const { id, name, body } = call.lambda("each", itemsOf(list));
  return { core: { step: "each", what: "map", list: list.core, id, name, body: body.core }, type: listOf(body.type) };
}

function fold(what: "sum" | "min" | "max" | "average"): (call: BoundCall) => Typed {
  return (call) => {
    const list = receiverOf(call);
    const items = itemsOf(list);
    if (!["number", "duration", "unknown"].includes(items.kind))
      call.refuse(undefined, `${what} needs a list of numbers; choose them with .map((x) => x.value)`);
    return { core: { step: "fold", what, list: list.core }, type: items.kind === "duration" ? duration : number };
  };
}

/** Whether one of the texts of a list, or the address of one of its links, is as the pattern says. */
function anyMatch(call: BoundCall): Typed {
  const list = receiverOf(call);
  const items = itemsOf(list);
  const element: Core = { step: "variable", id: -4, name: "item" };
  const isLink = items.kind === "object" && items.what === "link";
  const of: Core = isLink ? { step: "member", of: element, key: "url" } : element;
  const body: Core = { step: "matches", of, pattern: wholeText(patternOf(call)) };
  return { core: { step: "each", what: "any", list: list.core, id: -4, name: "item", body }, type: boolean };
}

const length = (call: BoundCall): Typed => ({ core: { step: "length", of: receiverOf(call).core }, type: number });

/** What can be called on a list. */
export const methodsOfLists: readonly FunctionDefinition[] = [
  {
    source: "catalog",
    name: ".length",
    on: [...lists, "text"],
    isProperty: true,
    parameters: [],
    result: number,
    build: length,
    doc: "How many elements a list or characters a text has.",
    example: "length(title) < 40 and groups().length > 0",
  },
  {
    source: "catalog",
    name: ".filter",
    on: lists,
    parameters: [aLambda],
    result: listOf(unknown),
    build: each("filter"),
    doc: "The elements for which the condition is true.",
    example: 'links().filter((l) => l.type = "runbook").length > 0',
  },
  {
    source: "catalog",
    name: ".map",
    on: lists,
    parameters: [aLambda],
    result: listOf(unknown),
    build: mapped,
    doc: "What the expression makes of each element.",
    example: "properties.costs.map((c) => c.amount).sum() < 100",
  },
  {
    source: "catalog",
    name: ".any",
    on: lists,
    parameters: [aLambda],
    result: boolean,
    build: each("any"),
    doc: "Whether the condition is true for one element at least.",
    example: 'groups().any((g) => g.name = "pci")',
  },
  {
    source: "catalog",
    name: ".all",
    on: lists,
    parameters: [aLambda],
    result: boolean,
    build: each("all"),
    doc: "Whether the condition is true for every element; so also when there is none.",
    example: 'links().all((l) => l.url startsWith "https://")',
  },
  {
    source: "catalog",
    name: ".anyMatch",
    on: lists,
    parameters: [parameter("pattern", text)],
    result: boolean,
    build: anyMatch,
    doc: "Whether one text of a list, or the address of one link, is as the pattern says from start to end.",
    example: 'links("dashboard").anyMatch("https://grafana\\\\..*")',
  },
  {
    source: "catalog",
    name: ".sum",
    on: lists,
    parameters: [],
    result: number,
    build: fold("sum"),
    doc: "The sum of numbers, 0 when there is none.",
    example: "properties.costs.map((c) => c.amount).sum() < 100",
  },
  {
    source: "catalog",
    name: ".min",
    on: lists,
    parameters: [],
    result: number,
    build: fold("min"),
    doc: "The smallest number; missing when there is none.",
    example: "properties.replicas.min() >= 2",
  },
  {
    source: "catalog",
    name: ".max",
    on: lists,
    parameters: [],
    result: number,
    build: fold("max"),
    doc: "The greatest number; missing when there is none.",
    example: "properties.latencies.max() < 300",
  },
  {
    source: "catalog",
    name: ".average",
    on: lists,
    parameters: [],
    result: number,
    build: fold("average"),
    doc: "The mean of numbers; missing when there is none.",
    example: "properties.latencies.average() < 100",
  },
];
