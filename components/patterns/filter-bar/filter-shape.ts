export type FilterOption = { value: string; label: string; count?: number | undefined };

/** Something that a list can be narrowed by. Each operator is one parameter of the address. */
export type FilterField = {
  /** What is typed before a colon: `who:ines`. */
  id: string;
  label: string;
  kind: "text" | "choice" | "day";
  /** For `choice`. */
  options?: FilterOption[] | undefined;
  /** Several choices are alternatives; the parameter is repeated. */
  several?: boolean | undefined;
  operators: [FilterOperator, ...FilterOperator[]];
};
export type FilterOperator = { label: string; param: string };

/** A filter that is set. */
export type FilterPiece = { field: FilterField; operator: FilterOperator; values: string[] };

/** The filters that an address sets, in the order of the fields. */
export function piecesOf(fields: FilterField[], params: URLSearchParams): FilterPiece[] {
  return fields.flatMap((field) =>
    field.operators.flatMap((operator) => {
      const values = params.getAll(operator.param).filter((value) => value !== "");
      return values.length === 0 ? [] : [{ field, operator, values }];
    }),
  );
}

/** The address with a filter set to these values, or without it. Another filter starts at the first page. */
export function withFilter(
  params: URLSearchParams,
  param: string,
  values: string[],
  resets: string[],
): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const reset of resets) next.delete(reset);
  next.delete(param);
  for (const value of values) if (value !== "") next.append(param, value);
  return next;
}

/** The values of a piece as they are read: "Payments or Ledger". */
export function valueWords({ field, values }: FilterPiece): string {
  return values.map((value) => field.options?.find((option) => option.value === value)?.label ?? value).join(" or ");
}

/** A filter that was typed: `who:ines`, `from:2026-01-31`, `door:rest`; null when it is only text. */
export function readTyped(
  fields: FilterField[],
  text: string,
): { param: string; value: string; field: FilterField } | null {
  const match = /^([\p{L}-]+):\s*(.+)$/u.exec(text.trim());
  const [, name = "", value = ""] = match ?? [];
  for (const field of fields) {
    const operator =
      field.id.toLowerCase() === name.toLowerCase()
        ? field.operators[0]
        : field.operators.find(({ param }) => param.toLowerCase() === name.toLowerCase());
    if (operator === undefined) continue;
    const option = field.options?.find((known) =>
      [known.value, known.label].some((known) => known.toLowerCase() === value.toLowerCase()),
    );
    if (field.kind === "choice" && option === undefined) return null;
    if (field.kind === "day" && !/^\d{4}-\d\d-\d\d$/.test(value)) return null;
    return { param: operator.param, value: option?.value ?? value, field };
  }
  return null;
}
