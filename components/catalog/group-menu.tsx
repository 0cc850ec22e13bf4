"use client";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useRef, useState, useTransition } from "react";
import { groupFields, groupWords, type PropertyTitles } from "#components/catalog/group-words.ts";
import { begin } from "#components/patterns/going.ts";
import { restGet } from "#components/patterns/rest-client.ts";
import { Button } from "#components/ui/button.tsx";
import { Rows3 } from "#components/ui/icons.tsx";
import { Menu } from "#components/ui/menu.tsx";
import * as words from "#components/words/catalog/group-menu.ts";

type Property = { name: string; entities: number; values: number };
type Props = { org: string; blueprint: string | undefined; group: string | undefined; titles: PropertyTitles };

/** A property with more values than this makes groups of one. */
const mostValues = 60;

/** What the list is grouped by: fields that every kind has, and properties of this kind that few values share. */
export function GroupMenu({ org, blueprint, group, titles }: Props) {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const [isPending, startTransition] = useTransition();
  const [properties, setProperties] = useState<Property[]>([]);
  const asked = useRef<string | null>(null);
  const prepare = () => {
    const kind = blueprint ?? "";
    if (asked.current === kind) return;
    asked.current = kind;
    restGet<{ items: Property[] }>(org, "/properties", kind === "" ? {} : { blueprint: kind }).then(
      ({ items }) =>
        setProperties(items.filter((property) => property.values <= mostValues && property.values < property.entities)),
      () => {
        // The fields can still be chosen; the next look asks again.
        asked.current = null;
      },
    );
  };
  const options = [
    { value: "", label: words.nothing },
    ...groupFields.filter((field) => field.value !== "blueprint"),
    ...(blueprint === undefined ? [{ value: "blueprint", label: words.kind }] : []),
    ...properties.map(({ name }) => ({ value: `properties.${name}`, label: groupWords(`properties.${name}`, titles) })),
  ];
  const label = group === undefined ? undefined : groupWords(group, titles);
  const choose = (value: string) => {
    const next = new URLSearchParams(params);
    for (const name of ["group", "open", "groups", "cursor"]) next.delete(name);
    if (value !== "") next.set("group", value);
    begin();
    startTransition(() => router.push(`${pathname}${next.size > 0 ? `?${next}` : ""}`, { scroll: false }));
  };
  return (
    <Menu
      label={words.groupBy}
      align="end"
      trigger={
        <Button
          icon={<Rows3 aria-hidden />}
          busy={isPending}
          onPointerEnter={prepare}
          onFocus={prepare}
          // Also when the pointer and the focus were there before the browser had taken over.
          onClick={prepare}
          className={label === undefined ? "!h-9" : "!h-9 bg-selected"}
        >
          {label === undefined ? words.group : words.groupLabel(label)}
        </Button>
      }
      items={[{ kind: "choice", label: words.groupBy, value: group ?? "", options, onValueChange: choose }]}
    />
  );
}
