import { classNames } from "#components/ui/class-names.ts";
import type { FieldWiring } from "#components/ui/field-context.ts";

/** The box around anything that can be typed in or chosen from. */
export function controlClass(field: FieldWiring, size: "md" | "lg" = "md"): string {
  return classNames(
    "motion-fast flex w-full min-w-0 items-center gap-2 rounded-2 border bg-panel px-2.5 text-left",
    "has-disabled:border-dashed has-disabled:border-line-2 has-disabled:bg-sunken has-disabled:text-text-3",
    "has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-1 has-[:focus-visible]:outline-focus",
    size === "md" ? "min-h-[34px] phone:min-h-10" : "min-h-[38px] phone:min-h-11",
    field.invalid ? "border-bad-mark" : field.warned ? "border-warn-mark" : "border-line-control",
    !field.invalid && !field.warned && "has-[:focus-visible]:border-accent",
  );
}
