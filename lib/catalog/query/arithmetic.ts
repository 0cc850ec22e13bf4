import type { ArithmeticSign } from "./expression.ts";

/** Numbers that arithmetic works with, 0 aside: no product or quotient of two is too large or too small for a double. */
export const arithmeticRange = { least: 1e-150, most: 1e150 } as const;
const wholeMost = 2 ** 53;

/** Whether arithmetic works with a number. */
export function isInRange(value: number): boolean {
  const size = Math.abs(value);
  return value === 0 || (size >= arithmeticRange.least && size <= arithmeticRange.most);
}

/** The result, or why there is none. */
export function calculate(sign: ArithmeticSign, left: number, right: number): number | string {
  for (const value of [left, right]) if (!isInRange(value)) return `${value} is too large or too small to work with`;
  if ((sign === "/" || sign === "%") && right === 0) return "a division by zero";
  switch (sign) {
    case "+":
      return left + right + 0;
    case "-":
      return left - right + 0;
    case "*":
      return left * right + 0;
    case "/":
      return left / right + 0;
    default: {
      const isWhole = [left, right].every((value) => Number.isInteger(value) && Math.abs(value) <= wholeMost);
      return isWhole ? (left % right) + 0 : "% works with whole numbers only";
    }
  }
}
