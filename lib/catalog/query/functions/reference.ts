import { signatureOf } from "../elaboration/elaborate-call.ts";
import { describeType } from "../value-type.ts";
import type { FunctionDefinition } from "./definition.ts";
import { allFunctions } from "./find-function.ts";
import { type SourceName, sources } from "./sources.ts";

function row(definition: FunctionDefinition): string {
  const cells = [
    `\`${signatureOf(definition)}\``,
    describeType(definition.result),
    definition.doc,
    `\`${definition.example}\``,
  ];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

function table(definitions: readonly FunctionDefinition[]): string {
  return ["| | Yields | | Example |", "| --- | --- | --- | --- |", ...definitions.map(row)].join("\n");
}

function section(source: SourceName): string {
  const own = allFunctions.filter((definition) => definition.source === source && !definition.name.startsWith("."));
  if (own.length === 0) return "";
  const { title, connect } = sources[source];
  const isThere = own.some((definition) => definition.build !== undefined);
  const note = isThere
    ? ""
    : `No facts yet, and an error that says why: ${connect}. \`${source} != null\` asks whether there are any.\n\n`;
  return `## ${title}\n\n${note}${table(own)}\n`;
}

/** The reference of every function, as Markdown. */
export function functionReference(): string {
  const methods = allFunctions.filter(({ name }) => name.startsWith("."));
  const names = Object.keys(sources) as SourceName[];
  return [
    "# Functions of the query language",
    "Written from the definitions in `functions/`; `reference.test.ts` holds it to them (`vitest -u` writes it anew).",
    `## Methods\n\nWhat can be called on a value, with a point before it.\n\n${table(methods)}\n`,
    ...names.map(section).filter((part) => part !== ""),
  ].join("\n\n");
}
