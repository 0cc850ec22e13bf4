"use client";
import { useCallback, useId } from "react";
import { OptionMark } from "#components/catalog/blueprints/option-color.tsx";
import type { FormField } from "#components/catalog/entity-form/form-fields.ts";
import type { Choice } from "#components/catalog/entity-form/form-values.ts";
import type { RelationDetailsProps } from "#components/catalog/entity-form/relation-details.tsx";
import { restGet } from "#components/patterns/rest-client.ts";
import { Combobox } from "#components/ui/combobox.tsx";
import { Input } from "#components/ui/input.tsx";
import { Later, LaterPart } from "#components/ui/later.tsx";
import { Select } from "#components/ui/select.tsx";
import { Several } from "#components/ui/several.ts";
import { Textarea } from "#components/ui/textarea.tsx";
import * as words from "#components/words/catalog/entity-form/field-control.ts";

type Props = {
  org: string;
  field: FormField;
  value: string | Choice[];
  onChange: (value: string | Choice[]) => void;
};

type Options = { items: { value: string; label: string; description: string | null }[] };

const rows: Partial<Record<FormField["control"], number>> = { long: 4, json: 5 };

const Details = new LaterPart<RelationDetailsProps>(
  async () => (await import("#components/catalog/entity-form/relation-details.tsx")).RelationDetails,
);

/** What a field is filled in with. */
export function FieldControl({ org, field, value, onChange }: Props) {
  const { control, options, targets, isRequired } = field;
  const load = useCallback(
    async (text: string) => {
      const { items } = await restGet<Options>(org, "/entities/options", { text, blueprint: targets });
      return items.map(({ description, ...item }) => ({ ...item, description: description ?? undefined }));
    },
    [org, targets],
  );
  if (typeof value !== "string") {
    if (control === "choices")
      return <Later part={Several} props={{ options, value, onValueChange: onChange }} waiting={<Input disabled />} />;
    const { details } = field;
    const about =
      details === undefined || value.length === 0 ? null : (
        <Later part={Details} props={{ details, value, onChange }} />
      );
    // Choosing anew keeps what was said of those that stay.
    const choose = (chosen: Choice[]) =>
      onChange(chosen.map((choice) => value.find((known) => known.value === choice.value) ?? choice));
    const search = { load, placeholder: words.typeToSearch, emptyText: words.noneOfThatName };
    if (control === "many")
      return (
        <>
          <Later part={Several} props={{ ...search, value, onValueChange: choose }} waiting={<Input disabled />} />
          {about}
        </>
      );
    return (
      <>
        <Combobox
          {...search}
          value={value[0] ?? null}
          onValueChange={(choice) => choose(choice === null ? [] : [choice])}
        />
        {about}
      </>
    );
  }
  if (control === "choice" || control === "yes-no") {
    const choices =
      control === "choice"
        ? options.map(({ color, ...option }) => ({
            ...option,
            ...(color === undefined ? {} : { icon: <OptionMark color={color} /> }),
          }))
        : yesNo;
    const nothing = isRequired ? [] : [{ value: "", label: words.notSet }];
    return <Select items={[...nothing, ...choices]} value={value} onValueChange={onChange} />;
  }
  if (control === "text" || control === "number") {
    return (
      <Input
        value={value}
        inputMode={control === "number" ? "decimal" : undefined}
        className={control === "number" ? "max-w-40" : undefined}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
    );
  }
  if (control === "labelled") return <LabelledControl value={value} onChange={onChange} />;
  const isCode = control === "json" || control === "pairs" || control === "links";
  return (
    <Textarea
      rows={rows[control] ?? 3}
      value={value}
      mono={isCode}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** An address, and what it is called. */
function LabelledControl({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const [url = "", title = ""] = value.split("\n");
  const titleId = useId();
  return (
    <div className="grid grid-cols-2 gap-2 phone:grid-cols-1">
      <Input
        value={url}
        autoComplete="off"
        placeholder="https://"
        onChange={(event) => onChange(`${event.target.value}\n${title}`)}
      />
      <Input
        id={titleId}
        value={title}
        aria-label={words.title}
        autoComplete="off"
        placeholder={words.title}
        onChange={(event) => onChange(`${url}\n${event.target.value}`)}
      />
    </div>
  );
}

const yesNo = [
  { value: "true", label: words.yes },
  { value: "false", label: words.no },
];
