"use client";
import {
  type BlueprintDraft,
  type DerivedDraft,
  type ValueKind,
  valueKindOf,
} from "#components/catalog/blueprints/blueprint-draft.ts";
import { NameFields } from "#components/catalog/blueprints/name-fields.tsx";
import { PathFields } from "#components/catalog/blueprints/path-fields.tsx";
import { type OnUpdate, setter } from "#components/catalog/blueprints/update.ts";
import { itemKinds } from "#components/catalog/blueprints/value-fields.tsx";
import { ExpressionField, type WrittenProperty } from "#components/catalog/query/expression-field.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Because, Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import * as kindWords from "#components/words/catalog/blueprints/blueprint-draft.ts";
import * as words from "#components/words/catalog/blueprints/derived-fields.ts";

type ErrorOf = (path: string) => string | undefined;
type Props<T = DerivedDraft> = { property: T; errorOf: ErrorOf; onChange: OnUpdate<T> };
type Of<Kind extends DerivedDraft["kind"]> = Extract<DerivedDraft, { kind: Kind }>;

/** The kind as it is being designed; its identifier where the catalog has it. */
export type KindDraft = { identifier: string | undefined; definition: NonNullable<BlueprintDraft["definition"]> };

export type DerivedFieldsProps = Props & {
  kind: KindDraft;
  /** Whether it is worked out under this name already. */
  isStored: boolean;
};

/** Everything about one property that is worked out from others. */
export function DerivedFields({ property, kind, isStored, errorOf, onChange }: DerivedFieldsProps) {
  return (
    <>
      <div className="grid grid-cols-2 gap-4 phone:grid-cols-1">
        <NameFields
          names={property}
          isStored={isStored}
          storedHint={words.identifierIsStored}
          errorOf={errorOf}
          onChange={(naming) => onChange((now) => ({ ...now, ...naming(now) }))}
        />
        <Field label={words.kind} error={errorOf("kind")}>
          <Select
            value={property.kind}
            items={words.kinds}
            onValueChange={(kind) => onChange((now) => asKind(now, kind as DerivedDraft["kind"]))}
          />
        </Field>
      </div>
      {property.kind === "calculated" ? (
        <Calculated property={property} kind={kind} errorOf={errorOf} onChange={ofKind(onChange, "calculated")} />
      ) : property.kind === "mirrored" ? (
        <Mirrored property={property} errorOf={errorOf} onChange={ofKind(onChange, "mirrored")} />
      ) : (
        <Aggregated property={property} kind={kind} errorOf={errorOf} onChange={ofKind(onChange, "aggregated")} />
      )}
      <Field label={words.description} error={errorOf("description")} optional>
        <Textarea
          rows={2}
          value={property.description ?? ""}
          onChange={({ target: { value: description } }) => onChange((now) => ({ ...now, description }))}
        />
      </Field>
    </>
  );
}

function Calculated({ property, kind, errorOf, onChange }: Props<Of<"calculated">> & { kind: KindDraft }) {
  const set = setter(onChange);
  return (
    <>
      <div className="grid grid-cols-2 gap-4 phone:grid-cols-1">
        <Field label={words.result} error={errorOf("type") ?? errorOf("format")}>
          <Select
            value={valueKindOf(property)}
            items={[...itemKinds, "array" as const].map((value) => ({ value, label: kindWords.kinds[value] ?? value }))}
            onValueChange={(value) => onChange((now) => withResult(now, value as ValueKind))}
          />
        </Field>
        <Field label={words.language} error={errorOf("language")}>
          <Select
            value={property.language ?? "expression"}
            items={words.languages}
            onValueChange={(language) => set({ language: language as "expression" | "jq" })}
          />
        </Field>
      </div>
      <Field label={words.expression} hint={words.expressionHint} error={errorOf("expression")}>
        {property.language === "jq" ? (
          <Textarea
            rows={2}
            mono
            value={property.expression}
            onChange={(event) => set({ expression: event.target.value })}
          />
        ) : (
          <ExpressionField
            blueprint={kind.identifier}
            properties={propertiesOf(kind.definition, property)}
            expects="value"
            value={property.expression}
            onValueChange={(expression) => set({ expression })}
          />
        )}
      </Field>
    </>
  );
}

function Mirrored({ property, errorOf, onChange }: Props<Of<"mirrored">>) {
  const set = setter(onChange);
  return (
    <>
      <PathFields
        path={property.path}
        error={errorOf("path")}
        onChange={(update) => onChange((now) => ({ ...now, path: update(now.path) }))}
      />
      <Field label={words.field} hint={words.fieldHint} error={errorOf("field")}>
        <Input
          value={property.field}
          mono
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => set({ field: event.target.value })}
        />
      </Field>
      <Checkbox
        label={words.onAndOn}
        hint={words.onAndOnHint}
        checked={property.isAnyDepth ?? false}
        onCheckedChange={(isAnyDepth) =>
          onChange((now) => ({ ...now, isAnyDepth, isOwnFirst: isAnyDepth && (now.isOwnFirst ?? false) }))
        }
      />
      {property.isAnyDepth ? (
        <Because because={words.becauseOnAndOn}>
          <Checkbox
            label={words.ownFirst}
            hint={words.ownFirstHint}
            checked={property.isOwnFirst ?? false}
            onCheckedChange={(isOwnFirst) => set({ isOwnFirst })}
          />
        </Because>
      ) : null}
    </>
  );
}

function Aggregated({ property, kind, errorOf, onChange }: Props<Of<"aggregated">> & { kind: KindDraft }) {
  const set = setter(onChange);
  const end = endOf(property.path, kind);
  return (
    <>
      <div className="grid grid-cols-2 gap-4 phone:grid-cols-1">
        <Field label={words.aggregate} error={errorOf("function")}>
          <Select
            value={property.function}
            items={words.functions}
            onValueChange={(name) => onChange((now) => withFunction(now, name as typeof property.function))}
          />
        </Field>
        {property.function === "count" ? null : (
          <Field label={words.ofProperty} hint={words.ofPropertyHint} error={errorOf("property")}>
            <Input
              value={property.property ?? ""}
              mono
              autoComplete="off"
              spellCheck={false}
              onChange={({ target: { value } }) => onChange((now) => withCounted(now, value))}
            />
          </Field>
        )}
      </div>
      <PathFields
        path={property.path}
        error={errorOf("path")}
        onChange={(update) => onChange((now) => ({ ...now, path: update(now.path) }))}
      />
      <Checkbox
        label={words.anyDepth}
        hint={words.anyDepthHint}
        checked={property.isAnyDepth ?? false}
        onCheckedChange={(isAnyDepth) => set({ isAnyDepth })}
      />
      <Field label={words.filter} hint={words.filterHint} error={errorOf("filter")} optional>
        <ExpressionField
          blueprint={end}
          properties={
            end === kind.identifier && end !== undefined ? propertiesOf(kind.definition, property) : undefined
          }
          expects="condition"
          value={property.filter ?? ""}
          onValueChange={(filter) => set({ filter })}
        />
      </Field>
    </>
  );
}

function withFunction({ property, ...now }: Of<"aggregated">, name: Of<"aggregated">["function"]): Of<"aggregated"> {
  return { ...now, ...(name === "count" || property === undefined ? {} : { property }), function: name };
}

function withCounted({ property: _, ...now }: Of<"aggregated">, counted: string): Of<"aggregated"> {
  return counted === "" ? now : { ...now, property: counted };
}

/** Changes of a property as long as it is worked out in this way. */
function ofKind<Kind extends DerivedDraft["kind"]>(onChange: OnUpdate<DerivedDraft>, kind: Kind): OnUpdate<Of<Kind>> {
  return (update) => onChange((now) => (now.kind === kind ? update(now as Of<Kind>) : now));
}

/** The kind that a path ends at, when it or the relation says that it can be one only; otherwise it may be any. */
function endOf(path: Of<"aggregated">["path"], { definition }: KindDraft): string | undefined {
  const [step, ...further] = path;
  const named = path.at(-1)?.kinds ?? [];
  if (named.length > 0) return named.length === 1 ? named[0] : undefined;
  if (step === undefined || further.length > 0 || step.direction === "incoming") return undefined;
  const targets = definition.relations?.find(({ identifier }) => identifier === step.relation)?.targets ?? [];
  return targets.length === 1 ? targets[0] : undefined;
}

/** What the kind has as it is being designed, without the one that is worked out: an expression may name what is not saved yet. */
function propertiesOf(
  { properties = [], derived = [] }: KindDraft["definition"],
  own: DerivedDraft,
): WrittenProperty[] {
  const entered = properties.map(({ identifier, title, type, format, items, options }) => ({
    identifier,
    title,
    type,
    ...(format === undefined ? {} : { format }),
    ...(items?.type === undefined ? {} : { itemType: items.type }),
    ...(options === undefined ? {} : { values: options.map(({ value }) => value) }),
  }));
  const others = derived
    .filter((property) => property.identifier !== own.identifier)
    .map(({ identifier, title, ...how }) => ({
      identifier,
      title,
      ...(how.kind === "aggregated" ? { type: "number" as const } : {}),
      ...(how.kind === "calculated" ? { type: how.type } : {}),
    }));
  return [...entered, ...others].filter(({ identifier }) => identifier !== "");
}

/** The same property worked out in another way; what both have stays. */
function asKind(property: DerivedDraft, kind: DerivedDraft["kind"]): DerivedDraft {
  const { identifier, title, description } = property;
  const named = { identifier, title, ...(description === undefined ? {} : { description }) };
  const path = "path" in property ? property.path : [{ relation: "" }];
  if (kind === "calculated") return { ...named, kind, type: "string", expression: "" };
  return kind === "mirrored" ? { ...named, kind, path, field: "title" } : { ...named, kind, function: "count", path };
}

function withResult({ format: _, ...property }: Of<"calculated">, kind: ValueKind): Of<"calculated"> {
  const [type, format] = kind.split("/") as [typeof property.type, Of<"calculated">["format"]];
  return format === undefined ? { ...property, type } : { ...property, type, format };
}
