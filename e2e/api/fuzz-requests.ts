import fc from "fast-check";

type Schema = {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
};
type Parameter = { name: string; in: string; schema?: Schema };
type Described = { parameters?: Parameter[]; requestBody?: { content?: Record<string, { schema?: Schema }> } };

/** The part of an OpenAPI document that requests are made from. */
export type Description = { paths: Record<string, Record<string, Described>> };

/** One request: `body` null sends none. */
export type FuzzRequest = {
  door: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: Uint8Array | null;
};

/** Texts and values that something has tripped over at some time. */
export const hostileValues: unknown[] = [
  null,
  true,
  0,
  -0,
  -1,
  1e308,
  -1e308,
  2 ** 31,
  2 ** 53,
  0.1,
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\udfff\ud800",
  "\ufffe\uffff",
  "\u202etxt.exe",
  "a\u200db\u200c",
  "é e\u0301",
  "👩‍👩‍👧‍👦",
  `a${"\u0301".repeat(2_000)}`,
  "x".repeat(70_000),
  "'; drop table entities; --",
  "%' or 1=1 --",
  "\\",
  "%",
  "_",
  '"',
  "{{7*7}}",
  "${7*7}",
  "<script>hacked=1</script>",
  "../../../../etc/passwd",
  "..%2f..%2fetc%2fpasswd",
  "file:///etc/passwd",
  "http://169.254.169.254/latest",
  "javascript:alert(1)",
  "\r\nSet-Cookie: a=b",
  "=cmd|' /C calc'!A0",
  "NaN",
  "Infinity",
  "1e999",
  "9".repeat(400),
  "0x1f",
  "2026-02-30T25:61:61Z",
  "+275760-09-13T00:00:00.001Z",
  "-000001-01-01T00:00:00Z",
  "00000000-0000-0000-0000-000000000000",
  "0190c0de-0000-7000-8000-000000000001",
  "group:payments",
  "component/card-vault",
  "harbourline",
  "(a+)+$",
  "lifecycle = ",
  `${"(".repeat(3_000)}a${")".repeat(3_000)}`,
  [],
  {},
  [[]],
  [null],
  Array.from({ length: 2_000 }, (_, index) => index),
  { __proto__: null, constructor: { prototype: { polluted: true } } },
  JSON.parse('{"__proto__":{"polluted":true}}'),
  JSON.parse('{"toString":"x","valueOf":1,"then":"y","length":-1}'),
  { toJSON: 1 },
  JSON.parse(`${"[".repeat(31)}${"]".repeat(31)}`),
];

const contentTypes = [
  "application/json",
  "application/json; charset=utf-16",
  "text/plain",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "application/xml",
  "",
  "application/json\t;;;",
];

/** Requests to every door of a description: fields that fit, fields that do not, and bodies that are no JSON at all. */
export function fuzzRequest({ paths }: Description): fc.Arbitrary<FuzzRequest> {
  const doors = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => ["get", "post", "put", "patch", "delete"].includes(method))
      .map(([method, described]) => ({ path, method: method.toUpperCase(), described })),
  );
  return fc.constantFrom(...doors).chain(({ path, method, described }) => {
    const schema = described.requestBody?.content?.["application/json"]?.schema;
    const parameters = described.parameters ?? [];
    const inQuery = parameters.filter((parameter) => parameter.in === "query");
    return fc
      .record({
        places: fc.array(text, { minLength: 4, maxLength: 4 }),
        query: fc.array(fc.tuple(nameOf(inQuery), text), { maxLength: 4 }),
        contentType: fc.oneof(
          { weight: 12, arbitrary: fc.constant("application/json") },
          fc.constantFrom(...contentTypes),
        ),
        body: method === "GET" ? fc.constant(null) : bodyOf(schema),
      })
      .map(({ places, query, contentType, body }) => {
        let at = 0;
        const filled = path.replace(/\{[^}]+\}/g, () => places[at++ % places.length] ?? "x");
        const search = query.map(([name, value]) => `${name}=${value}`).join("&");
        return {
          door: `${method} ${path}`,
          method,
          path: search === "" ? filled : `${filled}?${search}`,
          headers: contentType === "" || body === null ? {} : { "content-type": contentType },
          body,
        };
      });
  });
}

const texts = hostileValues.filter((value): value is string => typeof value === "string" && value.length < 1_000);
const encoded = (value: string) => encodeURIComponent(value.toWellFormed());

/** A piece of an address: encoded as it should be, twice, or not as UTF-8 at all. */
const text: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...texts).map((value) => encoded(value) || "x"),
  fc.string({ unit: "grapheme", maxLength: 20 }).map((value) => encoded(value) || "x"),
  fc.constantFrom(...texts).map((value) => encoded(encoded(value)) || "x"),
  fc.constantFrom(
    "%00",
    "%ff%fe",
    "%c0%af",
    "%ed%a0%80",
    "1",
    "0",
    "-1",
    "99999999999999999999",
    "true",
    "[]",
    "%5B%5D",
    "a%2Fb",
  ),
);

function nameOf(parameters: Parameter[]): fc.Arbitrary<string> {
  const names = parameters.map(({ name }) => name);
  return fc.constantFrom(...(names.length === 0 ? ["limit"] : names), "limit", "cursor", "a[__proto__]", "__proto__");
}

function bodyOf(schema: Schema | undefined): fc.Arbitrary<Uint8Array> {
  const encoder = new TextEncoder();
  const json = fc
    .oneof({ weight: 8, arbitrary: fieldValue(schema ?? {}, 0) }, fc.constantFrom(...hostileValues))
    .map((value) => JSON.stringify(value) ?? "null");
  return fc.oneof(
    { weight: 20, arbitrary: json.map((value) => encoder.encode(value)) },
    // Cut off, doubled keys, bytes that are no text, numbers that no number holds.
    fc.tuple(json, fc.nat()).map(([value, at]) => encoder.encode(value.slice(0, at % (value.length + 1)))),
    json.map((value) => encoder.encode(value.replace(/^\{/, '{"name":1,"name":2,'))),
    fc.uint8Array({ maxLength: 200 }),
    json.map((value) => encoder.encode(value.replaceAll(/:\d+/g, ":1e99999"))),
    fc.integer({ min: 33, max: 4_000 }).map((depth) => encoder.encode(`${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`)),
  );
}

function fieldValue(schema: Schema, depth: number): fc.Arbitrary<unknown> {
  const hostile = fc.constantFrom(...hostileValues);
  if (depth > 4) return hostile;
  const fitting = fittingOf(schema, depth);
  return fc.oneof({ weight: depth === 0 ? 40 : 12, arbitrary: fitting }, { weight: 1, arbitrary: hostile });
}

function fittingOf(schema: Schema, depth: number): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined && choices.length > 0)
    return fc.oneof(...choices.map((choice) => fittingOf(choice, depth + 1)));
  if (schema.allOf?.[0] !== undefined) return fittingOf(schema.allOf[0], depth + 1);
  if (schema.enum !== undefined && schema.enum.length > 0) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === "object" || schema.properties !== undefined) {
    const fields = Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([name, property]) => [name, fieldValue(property, depth + 1)]),
    );
    return fc.record(fields, { requiredKeys: [] });
  }
  if (type === "array") return fc.array(fieldValue(schema.items ?? {}, depth + 1), { maxLength: 3 });
  if (type === "integer" || type === "number") return fc.oneof(fc.integer(), fc.double());
  if (type === "boolean") return fc.boolean();
  if (type === "string") return fc.oneof(fc.string({ unit: "grapheme", maxLength: 40 }), fc.constantFrom(...texts));
  return fc.constantFrom(...hostileValues);
}
