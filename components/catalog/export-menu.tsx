"use client";
import { type ListParameters, listHref } from "#components/patterns/list-href.ts";
import { Button } from "#components/ui/button.tsx";
import { Download } from "#components/ui/icons.tsx";
import { Menu } from "#components/ui/menu.tsx";
import * as words from "#components/words/catalog/export-menu.ts";

type Props = {
  org: string;
  /** The filter and the order of the list. */
  asked: ListParameters;
  /** The columns that are shown, in their order. */
  columns: string[];
};

const forms = [
  { form: "csv", label: words.csvForASpreadsheet },
  { form: "json", label: words.json },
  { form: "yaml", label: words.yaml },
];

/** Takes what is shown out as a file: this filter, this order, these columns, and all rows of it. */
export function ExportMenu({ org, asked, columns }: Props) {
  const start = (form: string) => {
    // An answer that is a file leaves the page where it is.
    window.location.assign(
      listHref(`/api/v1/entity-export/${form}`, { org, ...asked, columns: columns.join(",") }, {}),
    );
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
