import { randomInt } from "node:crypto";
import { Refusal } from "./refusal.ts";

/** The number that all randomness of a test run comes from; TEST_SEED repeats a run. */
export function chooseSeed(): string {
  const given = process.env.TEST_SEED;
  if (given === undefined || given === "") return String(randomInt(1, 2 ** 31 - 1));
  if (!/^\d{1,10}$/.test(given))
    throw new Refusal(`TEST_SEED=${given} is not a whole number; use the one that the run to repeat printed.`);
  return given;
}
