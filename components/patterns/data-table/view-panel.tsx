"use client";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useEffect, useState, useTransition } from "react";
import type { TableMenu } from "#components/patterns/data-table/table-shape.ts";
import { pageSizes, rememberTableView, viewCookie } from "#components/patterns/data-table/table-view.ts";
import { begin } from "#components/patterns/going.ts";
import { restGet } from "#components/patterns/rest-client.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { ArrowDown, ArrowUp, Columns3 } from "#components/ui/icons.tsx";
import { Input } from "#components/ui/input.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { numberText } from "#components/words/format.ts";
import * as words from "#components/words/patterns/data-table/view-panel.ts";

type Choice = Pick<TableMenu, "columns" | "density" | "rows">;

/** From so many columns on one is looked for by its name. */
const findFrom = 14;
const keptMs = 365 * 24 * 60 * 60 * 1000;

/** What the view menu opens. Loaded when somebody opens it. */
export default function ViewPanel({ menu, className }: { menu: TableMenu; className?: string | undefined }) {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const [isPending, startTransition] = useTransition();
  const [wanted, setWanted] = useState("");
  const columns = useColumns(menu);
  const apply = (choice: Choice | null) => {
    const next = new URLSearchParams(params);
    const name = (part: string) => `${menu.prefix}${part}`;
    for (const part of ["columns", "density", "rows", "cursor"]) next.delete(name(part));
    const ids = choice === null ? null : choice.columns.filter((column) => column.isShown).map(({ id }) => id);
    if (choice !== null) {
      if (ids !== null) next.set(name("columns"), ids.join(","));
      if (choice.density !== "comfortable") next.set(name("density"), choice.density);
      if (choice.rows !== pageSizes[0]) next.set(name("rows"), String(choice.rows));
    }
    void remember({
      table: menu.table,
      kind: menu.kind,
      columns: ids,
      density: choice?.density ?? "comfortable",
      rows: choice?.rows ?? pageSizes[0],
    });
    begin();
    startTransition(() => router.replace(`${pathname}${next.size > 0 ? `?${next}` : ""}`, { scroll: false }));
  };
  const change = (part: Partial<Choice>) => apply({ columns, density: menu.density, rows: menu.rows, ...part });
  const move = (place: number, by: -1 | 1) => {
    const moved = [...columns];
    const [column] = moved.splice(place, 1);
    if (column) moved.splice(place + by, 0, column);
    change({ columns: moved });
  };
  const shown = columns.filter((column) => column.isShown).length;
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
        {columns.length === 0 ? null : (
          <fieldset className="m-0 border-0 p-0">
            <legend className="mb-1 text-12 font-550 text-text-2">{words.columns}</legend>
            {columns.length < findFrom ? null : (
              <Input
                value={wanted}
                aria-label={words.findAColumn}
                placeholder={words.findAColumn}
                className="mb-1.5"
                onChange={(event) => setWanted(event.target.value)}
              />
            )}
            <ul className="grid max-h-[40vh] gap-px overflow-y-auto">
              {columns.map((column, place) => (
                <li
                  key={column.id}
                  hidden={!column.name.toLowerCase().includes(wanted.trim().toLowerCase())}
                  className="flex min-h-[30px] items-center gap-1 [&[hidden]]:hidden"
                >
                  <Checkbox
                    className="flex-1"
                    label={
                      column.about === undefined ? (
                        column.name
                      ) : (
                        <>
                          {column.name} <span className="text-text-3">{column.about}</span>
                        </>
                      )
                    }
                    checked={column.isShown}
                    onCheckedChange={(isShown) =>
                      change({
                        columns: columns.map((other) => (other === column ? { ...other, isShown } : other)),
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

/** The columns of a table with those that are known only when somebody asks. */
function useColumns({ columns, more }: TableMenu): TableMenu["columns"] {
  const [names, setNames] = useState<string[]>([]);
  const asked = JSON.stringify(more ?? null);
  useEffect(() => {
    const ask = JSON.parse(asked) as TableMenu["more"] | null;
    if (ask === null || ask === undefined) return;
    const stop = new AbortController();
    restGet<{ items: { name: string }[] }>(ask.org, ask.path, ask.parameters, stop.signal).then(
      ({ items }) => setNames(items.map(({ name }) => name)),
      // What is known already can still be chosen.
      () => {},
    );
    return () => stop.abort();
  }, [asked]);
  const others = names
    .filter((name) => !name.includes(",") && !columns.some(({ id }) => id === `${more?.prefix}${name}`))
    .map((name) => ({ id: `${more?.prefix}${name}`, name, isShown: false, about: more?.about }));
  return [...columns, ...others];
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
