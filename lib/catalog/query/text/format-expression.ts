import type { Call, Expression, Operation } from "../expression.ts";

const wordExpression = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const keywords = ["and", "or", "not", "in", "is", "exists", "contains", "startswith", "true", "false", "null"];

/** A name as it is written, in back quotes where it would be read as something else. */
function formatWord(name: string): string {
  return wordExpression.test(name) && !keywords.includes(name.toLowerCase()) ? name : `\`${name}\``;
}

function formatRelationName(name: string): string {
  return wordExpression.test(name) ? name : JSON.stringify(name);
}

/** An operand; whatever could be read otherwise stands in parentheses. */
function formatOperand(expression: Expression): string {
  const text = formatExpression(expression);
  return expression.kind === "operation" ? `(${text})` : text;
}

function formatCall(call: Call): string {
  const [first] = call.arguments;
  if (call.of === null && (call.name === "count" || call.name === "resolved") && first?.kind === "literal") {
    const direction = call.named.length > 0 ? "incoming " : "";
    return `${call.name}(${direction}${formatRelationName(String(first.value))})`;
  }
  const given = call.arguments.map(formatExpression);
  const named = call.named.map(({ name, value }) => `${formatWord(name)} = ${formatExpression(value)}`);
  const list = [...given, ...named].join(", ");
  return call.of === null
    ? `${formatWord(call.name)}(${list})`
    : `${formatOperand(call.of)}.${formatWord(call.name)}(${list})`;
}

function formatOperation({ operator, operands }: Operation): string {
  const parts = operands.map(formatOperand);
  switch (operator) {
    case "not":
      return `not ${parts[0]}`;
    case "negate":
      return `-${parts[0]}`;
    case "exists":
      return `${parts[0]} exists`;
    default:
      return parts.join(` ${operator} `);
  }
}

/** The text form of an expression. Parsing it gives back the same expression. */
export function formatExpression(expression: Expression): string {
  switch (expression.kind) {
    case "literal":
      return typeof expression.value === "string" ? JSON.stringify(expression.value) : String(expression.value);
    case "duration":
      return `${expression.amount} ${expression.amount === 1 ? expression.unit.slice(0, -1) : expression.unit}`;
    case "list":
      return `[${expression.items.map(formatExpression).join(", ")}]`;
    case "name":
      return formatWord(expression.name);
    case "member":
      return wordExpression.test(expression.name)
        ? `${formatOperand(expression.of)}.${expression.name}`
        : `${formatOperand(expression.of)}[${JSON.stringify(expression.name)}]`;
    case "item":
      return `${formatOperand(expression.of)}[${formatExpression(expression.index)}]`;
    case "call":
      return formatCall(expression);
    case "lambda":
      return `(${formatWord(expression.parameter)}) => ${formatExpression(expression.body)}`;
    case "unwritten":
      return `/* ${expression.comment} */`;
    default:
      return formatOperation(expression);
  }
}
