import { type Core, compare, constant, not } from "../core.ts";
import type { BoundCall, Typed } from "../elaboration/elaboration.ts";
import { parseDuration } from "../iso-duration.ts";
import { JqError, translateJq } from "../translate/jq.ts";
import { duration, moment, number, objectOf, text, unknown, type ValueType } from "../value-type.ts";
import { type FunctionDefinition, parameter } from "./definition.ts";

/** A semantic version, taken apart. */
const version: ValueType = objectOf("version", {
  major: number,
  minor: number,
  patch: number,
  prerelease: text,
});

function jq(call: BoundCall): Typed {
  const value = call.value("value");
  try {
    return translateJq(call.text("filter") ?? "", value ?? { core: constant(null), type: unknown });
  } catch (error) {
    if (error instanceof JqError) call.refuse("filter", error.message);
    throw error;
  }
}

function durationOf(call: BoundCall): Typed {
  const ms = parseDuration(call.text("iso") ?? "");
  if (ms === undefined)
    call.refuse("iso", 'a duration is written as in "P30D", "P1W" or "PT12H"; "P-90D" is ninety days ago');
  return { core: constant(ms), type: duration };
}

const now: Core = { step: "now" };
const sinceMidnight: Core = { step: "arithmetic", op: "%", left: now, right: constant(86_400_000) };
const midnight: Core = { step: "arithmetic", op: "-", left: now, right: sinceMidnight };

/** Functions that make one value of another. */
export const functionsOfValues: readonly FunctionDefinition[] = [
  {
    source: "catalog",
    name: "duration",
    parameters: [parameter("iso", text)],
    result: duration,
    build: durationOf,
    doc: "A duration in ISO 8601; a month is 30 days, a year 365.",
    example: 'age(updatedAt) < duration("P1W")',
  },
  {
    source: "catalog",
    name: "today",
    parameters: [],
    result: moment,
    build: () => ({ core: midnight, type: moment }),
    doc: "The beginning of this day, in UTC.",
    example: "updatedAt >= today()",
  },
  {
    source: "catalog",
    name: "now",
    parameters: [],
    result: moment,
    build: () => ({ core: now, type: moment }),
    doc: "This moment.",
    example: "timestamp(properties.endOfLife) < now()",
  },
  {
    source: "catalog",
    name: "ago",
    parameters: [parameter("duration", duration)],
    result: moment,
    build: (call) => ({
      core: { step: "arithmetic", op: "-", left: now, right: call.value("duration")?.core ?? constant(null) },
      type: moment,
    }),
    doc: "The point in time so long before now.",
    example: "updatedAt > ago(2 weeks)",
  },
  {
    source: "catalog",
    name: "timestamp",
    parameters: [parameter("value", unknown)],
    result: moment,
    build: (call) => ({
      core: { step: "convert", to: "moment", of: call.value("value")?.core ?? constant(null) },
      type: moment,
    }),
    doc: "A text as a point in time.",
    example: "timestamp(properties.endOfLife) > updatedAt",
  },
  {
    source: "catalog",
    name: "semver",
    parameters: [parameter("version", unknown)],
    result: { kind: "object", what: "version" },
    build: (call) => ({
      core: { step: "convert", to: "version", of: call.value("version")?.core ?? constant(null) },
      type: version,
    }),
    doc: "A text as a semantic version, with major, minor, patch and prerelease.",
    example: "semver(properties.version).major >= 2",
  },
  {
    source: "catalog",
    name: "jq",
    parameters: [parameter("value", unknown), parameter("filter", text)],
    result: unknown,
    build: jq,
    doc: "A jq filter of the simple kind: paths, tonumber, length, not and comparisons, joined by pipes.",
    example: 'jq(custom("lines"), ". | tonumber") <= 200',
  },
  {
    source: "catalog",
    name: "captures",
    parameters: [parameter("name", text), parameter("value", unknown)],
    result: unknown,
    build: (call) => call.value("value") ?? { core: constant(null), type: unknown },
    doc: "The value itself; the name is kept for messages.",
    example: 'captures("alerts", custom("alerts")).length = 0',
  },
];

/** Whether a version is 1.0.0 or later and no prerelease. */
export function isStable(of: Core): Core {
  const major: Core = { step: "member", of, key: "major" };
  const prerelease: Core = { step: "member", of, key: "prerelease" };
  return {
    step: "junction",
    op: "and",
    of: [compare(">=", major, constant(1)), not({ step: "exists", of: prerelease })],
  };
}
