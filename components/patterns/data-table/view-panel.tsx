"use client";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTransition } from "react";
import type { TableMenu } from "#components/patterns/data-table/table-shape.ts";
import { pageSizes, rememberTableView, viewCookie } from "#components/patterns/data-table/table-view.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { ArrowDown, ArrowUp, Columns3 } from "#components/ui/icons.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { numberText } from "#components/words/format.ts";
import * as words from "#components/words/patterns/data-table/view-panel.ts";

type Choice = Pick<TableMenu, "columns" | "density" | "rows">;

const keptMs = 365 * 24 * 60 * 60 * 1000;

/** What the view menu opens. Loaded when somebody opens it. */
export default function ViewPanel({ menu, className }: { menu: TableMenu; className?: string | undefined }) {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const [isPending, startTransition] = useTransition();
  const apply = (choice: Choice | null) => {
    const next = new URLSearchParams(params);
    const name = (part: string) => `${menu.prefix}${part}`;
    for (const part of ["columns", "density", "rows", "cursor"]) next.delete(name(part));
    const columns = choice === null ? null : choice.columns.filter((column) => column.isShown).map(({ id }) => id);
    if (choice !== null) {
      if (columns !== null) next.set(name("columns"), columns.join(","));
      if (choice.density !== "comfortable") next.set(name("density"), choice.density);
      if (choice.rows !== pageSizes[0]) next.set(name("rows"), String(choice.rows));
    }
    void remember({
      table: menu.table,
      columns,
      density: choice?.density ?? "comfortable",
      rows: choice?.rows ?? pageSizes[0],
    });
    startTransition(() => router.replace(`${pathname}${next.size > 0 ? `?${next}` : ""}`, { scroll: false }));
  };
  const change = (part: Partial<Choice>) =>
    apply({ columns: menu.columns, density: menu.density, rows: menu.rows, ...part });
  const move = (place: number, by: -1 | 1) => {
    const columns = [...menu.columns];
    const [column] = columns.splice(place, 1);
    if (column) columns.splice(place + by, 0, column);
    change({ columns });
  };
  const shown = menu.columns.filter((column) => column.isShown).length;
  return (
    <Popover
      align="end"
      defaultOpen
      trigger={
        <Button icon={<Columns3 aria-hidden />} busy={isPending} {...(className === undefined ? {} : { className })}>
          {words.view}
        </Button>
      }
      title={words.view}
    >
      <div className="grid gap-4">
        {menu.columns.length === 0 ? null : (
          <fieldset className="m-0 border-0 p-0">
            <legend className="mb-1 text-12 font-550 text-text-2">{words.columns}</legend>
            <ul className="grid max-h-[40vh] gap-px overflow-y-auto">
              {menu.columns.map((column, place) => (
                <li key={column.id} className="flex min-h-[30px] items-center gap-1">
                  <Checkbox
                    className="flex-1"
                    label={column.name}
                    checked={column.isShown}
                    onCheckedChange={(isShown) =>
                      change({
                        columns: menu.columns.map((other) => (other === column ? { ...other, isShown } : other)),
                      })
                    }
                  />
                  {column.isShown ? (
                    <>
                      <IconButton
                        label={words.moveUp(column.name)}
                        icon={<ArrowUp aria-hidden />}
                        disabled={place === 0}
                        onClick={() => move(place, -1)}
                      />
                      <IconButton
                        label={words.moveDown(column.name)}
                        icon={<ArrowDown aria-hidden />}
                        disabled={place >= shown - 1}
                        onClick={() => move(place, 1)}
                      />
                    </>
                  ) : null}
                </li>
              ))}
            </ul>
          </fieldset>
        )}
        <Choices
          title={words.rowsStand}
          value={menu.density}
          items={[
            { value: "comfortable", label: words.comfortably },
            { value: "compact", label: words.close },
          ]}
          onChange={(density) => change({ density: density === "compact" ? "compact" : "comfortable" })}
        />
        <Choices
          title={words.rowsOnAPage}
          value={String(menu.rows)}
          items={pageSizes.map((size) => ({ value: String(size), label: numberText(size) }))}
          onChange={(rows) => change({ rows: Number(rows) })}
        />
        <div>
          <Button size="sm" variant="ghost" disabled={menu.isDefault} onClick={() => apply(null)}>
            {words.asItWas}
          </Button>
        </div>
      </div>
    </Popover>
  );
}

type ChoicesProps = {
  title: string;
  value: string;
  items: { value: string; label: string }[];
  onChange: (value: string) => void;
};

function Choices({ title, value, items, onChange }: ChoicesProps) {
  return (
    <div className="flex items-center justify-between gap-3">
      <span className="text-12 font-550 text-text-2">{title}</span>
      <Segmented label={title} value={value} items={items} onValueChange={onChange} />
    </div>
  );
}

// Where the browser has no such store, or the address is not safe, the address alone keeps the choice.
async function remember(view: Parameters<typeof rememberTableView>[1]) {
  if (!("cookieStore" in window)) return;
  const now = await window.cookieStore.get(viewCookie);
  await window.cookieStore.set({
    name: viewCookie,
    value: rememberTableView(now?.value, view),
    path: "/",
    sameSite: "lax",
    expires: Date.now() + keptMs,
  });
}
