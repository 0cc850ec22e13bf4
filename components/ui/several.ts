import type { ComboboxMultipleProps } from "#components/ui/combobox-multiple.tsx";
import { LaterPart } from "#components/ui/later.tsx";

/** The box that takes several of a list; fetched when a form first shows one. */
export const Several = new LaterPart<ComboboxMultipleProps>(
  async () => (await import("#components/ui/combobox-multiple.tsx")).ComboboxMultiple,
);
