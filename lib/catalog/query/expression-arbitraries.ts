import fc from "fast-check";
import type { Query } from "./ast.ts";
import { parseQuery } from "./text/parse.ts";

/** Random expressions for tests, written as text so that the parser and the type checker are in the way of every one. */

type Parts = {
  condition: string;
  number: string;
  text: string;
  open: string;
  list: string;
  moment: string;
  duration: string;
};
type Tie = <Key extends keyof Parts>(key: Key) => fc.Arbitrary<Parts[Key]>;

const patterns = ["a", "^a", "a$", ".", "[ab]+", "(a|b){1,2}", "\\\\d{4}-.*", "", "(?i)A", "[^a]", "𝒳|é", "\\\\W"];
const keys = ["a", "b", "0", "length", "constructor"];
const relations = ["dependsOn", "ownedBy", "is a", "memberOf"];
const jqFilters = [".", ".a", ".a.b", ".[0]", "tonumber", ". | length", ".a | tonumber", ".a == 1", "not", ".b > 2"];

const aPattern = fc.constantFrom(...patterns);
const aKey = fc.constantFrom(...keys);
const aScorecard = fc.constantFrom("a", "a", "b", "none");
const aLevel = fc.constantFrom("a", "A", "ab", "Ab", "none");
const aDuration = fc.constantFrom('duration("P1D")', 'duration("P-1W")', "3 hours", 'duration("PT0S")', "2 weeks");
const aDate = fc.constantFrom('"2026-01-14"', '"2026-01-14T12:00:00Z"', '"1999-12-31T23:59:59-14:00"');
const aSign = fc.constantFrom("=", "==", "!=", "<", "<=", ">", ">=");
const aTextLiteral = fc.constantFrom('""', '"a"', '"A"', '"ab"', '"é"', '"𝒳"', '"1"', '"true"', '"1.2.3"');
const aNumberLiteral = fc.constantFrom("0", "1", "-1", "2", "0.1", "1.5", "1e21", "1e308", "3");

function call(strings: TemplateStringsArray, ...values: fc.Arbitrary<string>[]): fc.Arbitrary<string> {
  return fc
    .tuple(...values)
    .map((parts) => strings.reduce((text, part, index) => text + (parts[index - 1] ?? "") + part));
}

/** A list and a condition or value about its elements; the parameter of the lambda may be any value of the entity's JSON. */
function overList(tie: Tie, method: string, body: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const element = fc.constantFrom(
    "x",
    "x.a",
    'x["b"]',
    "x.length",
    "x.type",
    "x.tag",
    "x.name",
    "x.properties.a",
    "x.properties",
  );
  return fc
    .tuple(tie("list"), body, element)
    .map(([list, inner, of]) => `${list}.${method}((x) => ${inner.replaceAll("properties.a", of)})`);
}

function leaf<Value>(...values: fc.Arbitrary<Value>[]) {
  return values.map((arbitrary) => ({ arbitrary, weight: 2 }));
}

const expressions = fc.letrec<Parts>((tie) => ({
  condition: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    ...leaf(
      call`hasGroup(${aTextLiteral})`,
      call`entity.type() = ${aTextLiteral}`,
      call`custom(${aTextLiteral}) != null`,
    ),
    call`${tie("number")} ${aSign} ${tie("number")}`,
    call`${tie("text")} ${aSign} ${tie("text")}`,
    call`${tie("open")} ${aSign} ${fc.oneof(aTextLiteral, aNumberLiteral, fc.constantFrom("null", "true"))}`,
    call`${tie("open")} ${aSign} ${tie("open")}`,
    call`${tie("moment")} ${aSign} ${fc.oneof(aDate, tie("moment"))}`,
    call`${tie("duration")} ${aSign} ${tie("duration")}`,
    call`${tie("open")} in ${fc.oneof(tie("list"), fc.constantFrom('["a", "b"]', "[1, 2]", '[1, "a"]'))}`,
    call`${tie("list")} contains ${fc.oneof(aTextLiteral, aNumberLiteral, tie("open"))}`,
    call`${tie("text")} ${fc.constantFrom("contains", "startsWith", "not contains")} ${tie("text")}`,
    call`${fc.oneof(tie("text"), tie("open"))}.${fc.constantFrom("matches", "matchesIn")}("${aPattern}")`,
    call`${fc.constantFrom("groups().map((g) => g.name)", "tags", "links()", "properties.a")}.anyMatch("${aPattern}")`,
    call`${fc.oneof(tie("open"), tie("list"), tie("text"))} ${fc.constantFrom("exists", "is empty", "is not empty", "= null")}`,
    call`semver(${fc.oneof(tie("text"), tie("open"))}).isStable()`,
    call`!(${tie("condition")} ${fc.constantFrom("and", "OR")} ${tie("condition")})`,
    call`(${tie("condition")}) and ${tie("open")}`,
    call`${fc.constantFrom("entity.destinations()", "dependencies.in()", "entity.sources()")}.any((e) => e.${fc.constantFrom("destinations", "sources")}().any((f) => f.tag = e.tag or ${tie("condition")}))`,
    call`${fc.constantFrom("entity.destinations(includeEnded = true)", "entity.sources(includeEnded = true)", "entity.destinations()", "dependencies.in()")}.${fc.constantFrom("any", "all")}((e) => ${fc.constantFrom("e.until", "e.since", "timestamp(e.properties.a)")} ${aSign} ${fc.oneof(aDate, tie("moment"))})`,
    overList(tie, "any", tie("condition")),
    call`relatedTo("${fc.constantFrom("a:entity-0", "b:entity-1", "a:entity-2", "a:target-3", "a:none")}"${fc.constantFrom("", ', "dependsOn"', ', direction = "incoming"', ', "ownedBy", "incoming"')})`,
    call`${fc.oneof(tie("moment"), tie("open"))}.between(${fc.oneof(aDate, tie("moment"))}, ${fc.oneof(aDate, tie("moment"), fc.constant("now()"))})`,
    call`${fc.oneof(tie("number"), tie("open"))}.between(${tie("number")}, ${tie("number")})`,
    call`${fc.oneof(tie("text"), tie("open"))} ${fc.constantFrom("in", "not in")} me.teams()`,
    overList(tie, "all", tie("condition")),
    call`resolved(${fc.constantFrom("dependsOn", "ownedBy")})`,
    call`ownership.teams().${fc.constantFrom("any", "all")}((t) => t.members.${fc.constantFrom("any", "all")}((m) => m.name ${aSign} ${fc.constantFrom('"entity-1"', "t.name", "title")} or ${tie("condition")}))`,
    call`ownership.teams().any((t) => t.members.length ${aSign} ${aNumberLiteral})`,
    call`scorecard("${aScorecard}").level ${aSign} "${aLevel}"`,
    call`scorecard("${aScorecard}").level ${fc.constantFrom("in", "not in")} ["${aLevel}", "${aLevel}"]`,
    call`scorecard("${aScorecard}").passes("${fc.constantFrom("a", "a", "constructor", "none")}")`,
    call`scorecard("${aScorecard}")${fc.constantFrom("", ".level", ".levelName")} ${fc.constantFrom("exists", "= null", "!= null")}`,
  ),
  number: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    ...leaf(aNumberLiteral, call`count(${fc.constantFrom("dependsOn", "incoming ownedBy")})`, call`length(title)`),
    call`${tie("list")}.length`,
    call`${tie("text")}.length`,
    call`${tie("list")}.${fc.constantFrom("sum", "min", "max", "average")}()`,
    call`(${tie("number")} ${fc.constantFrom("+", "-", "*", "/", "%")} ${fc.oneof(tie("number"), tie("open"))})`,
    call`semver(${tie("open")}).major`,
    call`scorecard("${aScorecard}").${fc.constantFrom("percent", "passed", "total")}`,
    call`entity.${fc.constantFrom("sources", "destinations")}()[${fc.constantFrom("0", "1", "9")}].${fc.constantFrom("sources", "destinations")}("${fc.constantFrom(...relations)}").length`,
    call`entity.${fc.constantFrom("sources", "destinations")}(${fc.constantFrom("anyDistance = true", '"dependsOn", anyDistance = true', "depth = 2", 'depth = 3, relationshipType = "is a"')}).length`,
    call`entity.destinations().map((e) => e.sources(${fc.constantFrom("", "includeEnded = true")}).length).sum()`,
  ),
  text: fc.oneof(
    ...leaf(
      aTextLiteral,
      fc.constantFrom(
        "title",
        "owner",
        "type",
        "me.entity()",
        "me.email()",
        "lifecycle",
        "entity.tag()",
        "entity.description()",
        'scorecard("a").levelName',
      ),
    ),
    call`${tie("open")}.asText()`,
    call`captures("c", ${fc.constantFrom("title", "type")})`,
  ),
  open: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    ...leaf(call`properties.${aKey.filter((key) => key !== "0")}`, call`custom("${aKey}")`, call`labels["${aKey}"]`),
    fc.constant("properties.a"),
    call`custom("a").${fc.constantFrom("a", "b.a")}`,
    call`${tie("list")}[${fc.constantFrom("0", "1")}]`,
    call`custom("a").get("${aKey}")`,
    call`jq(${tie("open")}, "${fc.constantFrom(...jqFilters)}")`,
  ),
  list: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    ...leaf(
      fc.constantFrom(
        "properties.a",
        'custom("b")',
        "annotations.a",
        "links",
        "links()",
        'links("a")',
        "groups()",
        "tags",
      ),
      fc.constantFrom(
        "ownership.allOwners()",
        "ownership.teams()",
        "ownership.teams().map((t) => t.members.length)",
        "dependencies.out()",
        "dependencies.in()",
        "entity.sources()",
        "me.teams()",
      ),
      fc.constantFrom("entity.destinations(depth = 2)", 'entity.sources("ownedBy", anyDistance = true)'),
      fc.constantFrom(...relations).map((name) => `entity.destinations(relationshipType = "${name}")`),
    ),
    call`[${tie("open")}, ${tie("number")}]`,
    call`${tie("open")}.asList()`,
    overList(tie, "filter", tie("condition")),
    overList(tie, "map", fc.oneof(tie("open"), tie("number"), tie("condition"))),
  ),
  moment: fc.oneof(
    ...leaf(
      fc.constantFrom(
        "createdAt",
        "updatedAt",
        "today()",
        "now()",
        "ago(1 days)",
        "entity.created(asTimestamp = true)",
        "verifications().lastVerifiedAt()",
        "verifications().lastVerifiedAt",
      ),
    ),
    call`timestamp(properties.${fc.constantFrom("a", "b")})`,
    call`(createdAt + ${aDuration})`,
  ),
  duration: fc.oneof(
    ...leaf(aDuration, fc.constantFrom("entity.lastUpdated()", "age(createdAt)", "age(properties.a)")),
    call`${tie("moment")}.${fc.constantFrom("fromNow", "age")}()`,
    call`(${tie("moment")} - ${tie("moment")})`,
  ),
}));

/** Queries made of expressions that the type checker lets through. */
export const aQueryOfExpressions: fc.Arbitrary<Query> = expressions.condition
  .map((text) => parseQuery(text))
  .filter((result) => result.ok)
  .map(({ query }) => query);
