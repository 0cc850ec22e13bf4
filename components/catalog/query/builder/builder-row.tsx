"use client";
import { type BuilderField, fieldOf, operatorsOf } from "#components/catalog/query/builder/builder-fields.ts";
import {
  type BuilderText,
  isComplete,
  type BuilderRow as Row,
  type RowOperator,
} from "#components/catalog/query/builder/builder-tree.ts";
import { BuilderValue } from "#components/catalog/query/builder/builder-value.tsx";
import type { ValueOptions } from "#components/catalog/query/builder/value-options.ts";
import { Combobox } from "#components/ui/combobox.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { X } from "#components/ui/icons.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import * as words from "#components/words/catalog/query/builder/builder-row.ts";

type Props<Node> = { node: Node; onChange: (node: Node | null) => void };

/** One condition: what it is about, how, and the value. */
export function BuilderRow({
  node,
  fields,
  options,
  onChange,
}: Props<Row> & { fields: BuilderField[]; options: ValueOptions }) {
  const field = node.term === null ? undefined : fieldOf(fields, node.term);
  const offered = field === undefined || fields.includes(field) ? fields : [field, ...fields];
  const choices = offered.map(({ id, label, detail }) => ({ value: id, label, description: detail || undefined }));
  return (
    <li className="grid gap-1">
      <div className="flex flex-wrap items-start gap-2">
        <div className="w-[210px] phone:w-full">
          <Combobox
            key={field?.id ?? "none"}
            aria-label={words.field}
            placeholder={words.chooseAField}
            options={choices}
            value={choices.find(({ value }) => value === field?.id) ?? null}
            onValueChange={(option) => {
              const next = offered.find(({ id }) => id === option?.value);
              if (next !== undefined) onChange(rowOf(node, field, next));
            }}
          />
        </div>
        {field === undefined ? null : (
          <>
            <div className="w-[160px] phone:w-full">
              <Select
                aria-label={words.operator}
                value={node.operator}
                items={operatorsOf(field, node.operator).map((operator) => ({
                  value: operator,
                  label: words.operatorLabel(field.type, operator),
                }))}
                onValueChange={(next) => onChange({ ...node, ...withOperator(node, next as RowOperator) })}
              />
            </div>
            <div className="min-w-[180px] flex-1">
              <BuilderValue
                key={field.id}
                field={field}
                operator={node.operator}
                values={node.values}
                options={options}
                onChange={(values) => onChange({ ...node, values })}
              />
            </div>
          </>
        )}
        <IconButton label={words.takeOff} icon={<X aria-hidden />} size="md" onClick={() => onChange(null)} />
      </div>
      {isComplete(node) ? null : <p className="text-12 text-text-3">{words.notYet}</p>}
    </li>
  );
}

/** Another field takes the operator and the value along when they are of its type. */
function rowOf(node: Row, before: BuilderField | undefined, next: BuilderField): Row {
  const [first = "="] = operatorsOf(next);
  if (before?.type !== next.type) {
    const values = next.type === "age" ? [{ amount: 30, unit: "days" as const }] : [];
    return { ...node, term: next.term, operator: first, values };
  }
  const isSameValue = next.type !== "choice" && next.type !== "list";
  return { ...node, term: next.term, values: isSameValue ? node.values : [] };
}

function withOperator({ values }: Row, operator: RowOperator): Pick<Row, "operator" | "values"> {
  if (operator === "exists" || operator === "isEmpty") return { operator, values: [] };
  return { operator, values: operator === "in" || operator === "notIn" ? values : values.slice(0, 1) };
}

/** A condition that has no row. */
export function BuilderTextBlock({ node, onChange }: Props<BuilderText>) {
  const isRead = isComplete(node);
  return (
    <li className="grid gap-1">
      <div className="flex items-start gap-2">
        <Input
          mono
          aria-label={words.written}
          value={node.text}
          spellCheck={false}
          onChange={(event) => onChange({ ...node, text: event.target.value })}
          className="flex-1"
        />
        <IconButton label={words.takeOff} icon={<X aria-hidden />} size="md" onClick={() => onChange(null)} />
      </div>
      <p className={isRead ? "text-12 text-text-3" : "text-12 text-bad-text"}>
        {isRead ? words.writtenHint : words.cannotBeRead}
      </p>
    </li>
  );
}
