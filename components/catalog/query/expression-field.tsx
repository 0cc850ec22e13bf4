"use client";
import { useParams } from "next/navigation";
import { useMemo, useState } from "react";
import type { QueryCount } from "#components/catalog/query/query-assist.tsx";
import { QueryEditor } from "#components/catalog/query/query-editor.tsx";
import { queryFrame } from "#components/catalog/query/query-frame.ts";
import * as words from "#components/words/catalog/query/expression-field.ts";
import { numberText } from "#components/words/format.ts";
import type { WrittenProperty } from "#lib/catalog/queries/schema.ts";

export type { WrittenProperty } from "#lib/catalog/queries/schema.ts";

type Props = {
  /** The kind whose properties are meant; undefined means all kinds. */
  blueprint: string | undefined;
  /** The properties of that kind as they are being designed; undefined means the stored ones. */
  properties?: WrittenProperty[] | undefined;
  /** A condition is counted while it is written; a value is not. */
  expects: "condition" | "value";
  value: string;
  onValueChange: (text: string) => void;
};

/** Where a form asks for something in the query language: the editor of queries as the control of a field. */
export function ExpressionField({ blueprint, properties, expects, value, onValueChange }: Props) {
  const { org = "" } = useParams<{ org: string }>();
  // The same list as long as it says the same: what is asked about is asked anew when it changes.
  const text = JSON.stringify(properties);
  const written = useMemo(() => (text === undefined ? undefined : (JSON.parse(text) as WrittenProperty[])), [text]);
  const [counted, setCounted] = useState<QueryCount | null>(null);
  // Without a kind it would be of everything, which nobody asked.
  const isCounted = blueprint !== undefined && counted !== null && counted.text === value && counted.matches !== null;
  return (
    <QueryEditor
      org={org}
      blueprint={blueprint}
      properties={written}
      expects={expects}
      value={value}
      onValueChange={onValueChange}
      onCount={setCounted}
      frameClass={queryFrame}
      aside={
        <span role="status" className="text-12 font-500 whitespace-nowrap text-text-2">
          {isCounted
            ? words.matchesOf(
                `${numberText(counted.matches ?? 0)}${counted.isExact ? "" : "+"}`,
                numberText(counted.total ?? 0),
              )
            : null}
        </span>
      }
    />
  );
}
