import type { BuilderField } from "#components/catalog/query/builder/builder-fields.ts";
import { restGet } from "#components/patterns/rest-client.ts";
import type { ComboboxOption } from "#components/ui/combobox.tsx";
import { numberText } from "#components/words/format.ts";
import type { EntityPage } from "#lib/catalog/entities/lists/list-entities.ts";
import type { EntityGroups } from "#lib/catalog/entities/lists/list-groups.ts";
import type { EntityOption } from "#lib/catalog/entities/lists/list-options.ts";
import type { Scalar } from "#lib/catalog/query/ast.ts";

const shownValues = 200;
const fewValues = 5;
const noneId = "none";

/** The values of one kind's fields, each with how many entities have it; read once for each field. */
export class ValueOptions {
  readonly #org: string;
  readonly #blueprint: string | undefined;
  readonly #known = new Map<string, Promise<ComboboxOption[]>>();

  constructor(org: string, blueprint: string | undefined) {
    this.#org = org;
    this.#blueprint = blueprint;
  }

  /** Values for what was typed. What was typed can be chosen itself, when it is none of them. */
  async find(field: BuilderField, typed: string): Promise<ComboboxOption[]> {
    const all = await this.#all(field);
    const wanted = typed.toLowerCase();
    const found = all.filter(({ value, label }) => `${label} ${value}`.toLowerCase().includes(wanted));
    const owners = field.id === "owner" && found.length < fewValues && typed !== "" ? await this.#owners(typed) : [];
    const others = owners.filter(({ value }) => !found.some((known) => known.value === value));
    const own =
      field.type === "choice" && field.options?.some(({ value }) => typeof value === "number") ? Number(typed) : typed;
    const isKnown = typed === "" || all.some(({ value }) => value === valueKey(own)) || Number.isNaN(own);
    return [...found, ...others, ...(isKnown ? [] : [{ value: valueKey(own), label: typed }])];
  }

  #all(field: BuilderField): Promise<ComboboxOption[]> {
    const known = this.#known.get(field.id) ?? this.#read(field);
    this.#known.set(field.id, known);
    // What could not be read is asked again.
    known.catch(() => this.#known.delete(field.id));
    return known;
  }

  async #read(field: BuilderField): Promise<ComboboxOption[]> {
    if (field.id === "tags") return this.#tags();
    const counted = field.groupedBy === undefined ? [] : await this.#groups(field.groupedBy);
    const named = (field.options ?? []).map(({ value, title }): ComboboxOption => {
      const count = counted.find((option) => option.value === valueKey(value))?.description ?? numberText(0);
      return { value: valueKey(value), label: title, description: field.groupedBy === undefined ? undefined : count };
    });
    return [...named, ...counted.filter(({ value }) => !named.some((option) => option.value === value))];
  }

  async #groups(by: string): Promise<ComboboxOption[]> {
    const { groups } = await restGet<EntityGroups>(this.#org, "/entities/groups", {
      by,
      blueprint: this.#blueprint,
      limit: shownValues,
      // Only the counts are wanted, and no group has this name.
      open: "-",
    });
    return groups.flatMap(({ id, label, count }) =>
      label === null
        ? []
        : [{ value: by.startsWith("properties.") ? id : groupKey(id), label, description: numberText(count) }],
    );
  }

  async #tags(): Promise<ComboboxOption[]> {
    const { facets } = await restGet<EntityPage>(this.#org, "/entities", { blueprint: this.#blueprint, limit: 1 });
    return facets.tag.map(({ value, label, count }) => ({
      value: valueKey(value),
      label,
      description: numberText(count),
    }));
  }

  async #owners(text: string): Promise<ComboboxOption[]> {
    const { items } = await restGet<{ items: EntityOption[] }>(this.#org, "/entities/options", {
      blueprint: ["group", "user"],
      text,
    });
    return items.map(({ value, label, description }) => ({
      value: valueKey(value),
      label,
      description: description ?? undefined,
    }));
  }
}

/** A value as the name of an option. */
export function valueKey(value: Scalar): string {
  return JSON.stringify(value);
}

/** The value that the name of an option stands for. */
export function valueOfKey(key: string): Scalar {
  return JSON.parse(key) as Scalar;
}

function groupKey(id: string): string {
  return id === JSON.stringify(noneId) ? id : valueKey(id);
}
