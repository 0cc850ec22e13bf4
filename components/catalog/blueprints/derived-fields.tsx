"use client";
import { type DerivedDraft, type ValueKind, valueKindOf } from "#components/catalog/blueprints/blueprint-draft.ts";
import { NameFields } from "#components/catalog/blueprints/name-fields.tsx";
import { PathFields } from "#components/catalog/blueprints/path-fields.tsx";
import { itemKinds } from "#components/catalog/blueprints/value-fields.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Because, Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import * as kindWords from "#components/words/catalog/blueprints/blueprint-draft.ts";
import * as words from "#components/words/catalog/blueprints/derived-fields.ts";

type ErrorOf = (path: string) => string | undefined;
type Props<T = DerivedDraft> = { property: T; errorOf: ErrorOf; onChange: (property: DerivedDraft) => void };
type Of<Kind extends DerivedDraft["kind"]> = Extract<DerivedDraft, { kind: Kind }>;

export type DerivedFieldsProps = Props & {
  /** Whether it is worked out under this name already. */
  isStored: boolean;
};

/** Everything about one property that is worked out from others. */
export function DerivedFields({ property, isStored, errorOf, onChange }: DerivedFieldsProps) {
  return (
    <>
      <div className="grid grid-cols-2 gap-4 phone:grid-cols-1">
        <NameFields
          names={property}
          isStored={isStored}
          storedHint={words.identifierIsStored}
          errorOf={errorOf}
          onChange={(names) => onChange({ ...property, ...names })}
        />
        <Field label={words.kind} error={errorOf("kind")}>
          <Select
            value={property.kind}
            items={words.kinds}
            onValueChange={(kind) => onChange(asKind(property, kind as DerivedDraft["kind"]))}
          />
        </Field>
      </div>
      {property.kind === "calculated" ? (
        <Calculated property={property} errorOf={errorOf} onChange={onChange} />
      ) : property.kind === "mirrored" ? (
        <Mirrored property={property} errorOf={errorOf} onChange={onChange} />
      ) : (
        <Aggregated property={property} errorOf={errorOf} onChange={onChange} />
      )}
      <Field label={words.description} error={errorOf("description")} optional>
        <Textarea
          rows={2}
          value={property.description ?? ""}
          onChange={(event) => onChange({ ...property, description: event.target.value })}
        />
      </Field>
    </>
  );
}

function Calculated({ property, errorOf, onChange }: Props<Of<"calculated">>) {
  return (
    <>
      <div className="grid grid-cols-2 gap-4 phone:grid-cols-1">
        <Field label={words.result} error={errorOf("type") ?? errorOf("format")}>
          <Select
            value={valueKindOf(property)}
            items={[...itemKinds, "array" as const].map((value) => ({ value, label: kindWords.kinds[value] ?? value }))}
            onValueChange={(value) => onChange(withResult(property, value as ValueKind))}
          />
        </Field>
        <Field label={words.language} error={errorOf("language")}>
          <Select
            value={property.language ?? "expression"}
            items={words.languages}
            onValueChange={(language) => onChange({ ...property, language: language as "expression" | "jq" })}
          />
        </Field>
      </div>
      <Field label={words.expression} hint={words.expressionHint} error={errorOf("expression")}>
        <Textarea
          rows={2}
          mono
          value={property.expression}
          onChange={(event) => onChange({ ...property, expression: event.target.value })}
        />
      </Field>
    </>
  );
}

function Mirrored({ property, errorOf, onChange }: Props<Of<"mirrored">>) {
  return (
    <>
      <PathFields path={property.path} error={errorOf("path")} onChange={(path) => onChange({ ...property, path })} />
      <Field label={words.field} hint={words.fieldHint} error={errorOf("field")}>
        <Input
          value={property.field}
          mono
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onChange({ ...property, field: event.target.value })}
        />
      </Field>
      <Checkbox
        label={words.onAndOn}
        hint={words.onAndOnHint}
        checked={property.isAnyDepth ?? false}
        onCheckedChange={(isAnyDepth) =>
          onChange({ ...property, isAnyDepth, isOwnFirst: isAnyDepth && (property.isOwnFirst ?? false) })
        }
      />
      {property.isAnyDepth ? (
        <Because because={words.becauseOnAndOn}>
          <Checkbox
            label={words.ownFirst}
            hint={words.ownFirstHint}
            checked={property.isOwnFirst ?? false}
            onCheckedChange={(isOwnFirst) => onChange({ ...property, isOwnFirst })}
          />
        </Because>
      ) : null}
    </>
  );
}

function Aggregated({ property, errorOf, onChange }: Props<Of<"aggregated">>) {
  const { property: counted, ...rest } = property;
  return (
    <>
      <div className="grid grid-cols-2 gap-4 phone:grid-cols-1">
        <Field label={words.aggregate} error={errorOf("function")}>
          <Select
            value={property.function}
            items={words.functions}
            onValueChange={(name) => {
              const next = { ...(name === "count" ? rest : property), function: name as typeof property.function };
              onChange(next);
            }}
          />
        </Field>
        {property.function === "count" ? null : (
          <Field label={words.ofProperty} hint={words.ofPropertyHint} error={errorOf("property")}>
            <Input
              value={counted ?? ""}
              mono
              autoComplete="off"
              spellCheck={false}
              onChange={({ target: { value } }) => onChange(value === "" ? rest : { ...property, property: value })}
            />
          </Field>
        )}
      </div>
      <PathFields path={property.path} error={errorOf("path")} onChange={(path) => onChange({ ...property, path })} />
      <Checkbox
        label={words.anyDepth}
        hint={words.anyDepthHint}
        checked={property.isAnyDepth ?? false}
        onCheckedChange={(isAnyDepth) => onChange({ ...property, isAnyDepth })}
      />
      <Field label={words.filter} hint={words.filterHint} error={errorOf("filter")} optional>
        <Textarea
          rows={2}
          mono
          value={property.filter ?? ""}
          onChange={(event) => onChange({ ...property, filter: event.target.value })}
        />
      </Field>
    </>
  );
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
