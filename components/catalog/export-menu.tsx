"use client";
import { useSearchParams } from "next/navigation";
import { Button } from "#components/ui/button.tsx";
import { Download } from "#components/ui/icons.tsx";
import { Menu } from "#components/ui/menu.tsx";
import * as words from "#components/words/catalog/export-menu.ts";

type Props = {
  org: string;
  blueprint: string | undefined;
  /** The columns that are shown, in their order. */
  columns: string[];
};

const passedOn = ["text", "query", "owner", "lifecycle", "type", "tag", "sort", "direction"];
const forms = [
  { form: "csv", label: words.csvForASpreadsheet },
  { form: "json", label: words.json },
  { form: "yaml", label: words.yaml },
];

/** Takes what is shown out as a file: this filter, this order, these columns, and all rows of it. */
export function ExportMenu({ org, blueprint, columns }: Props) {
  const params = useSearchParams();
  const start = (form: string) => {
    const asked = new URLSearchParams({ org });
    for (const name of passedOn) for (const value of params.getAll(name)) asked.append(name, value);
    if (blueprint !== undefined) asked.set("blueprint", blueprint);
    asked.set("columns", columns.join(","));
    // An answer that is a file leaves the page where it is.
    window.location.assign(`/api/v1/entity-export/${form}?${asked}`);
  };
  return (
    <Menu
      label={words.exportWhatIsShown}
      align="end"
      trigger={<Button icon={<Download aria-hidden />}>{words.exportLabel}</Button>}
      items={forms.map(({ form, label }) => ({ label, onSelect: () => start(form) }))}
    />
  );
}
