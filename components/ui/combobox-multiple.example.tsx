"use client";
import { useState } from "react";
import type { ComboboxOption } from "#components/ui/combobox.tsx";
import { ComboboxMultiple } from "#components/ui/combobox-multiple.tsx";
import { Field } from "#components/ui/field.tsx";

const teams = ["Payments", "Ledger", "Risk", "Identity"].map((name) => ({ value: name, label: name }));

export default function Example() {
  const [value, setValue] = useState<ComboboxOption[]>(teams.slice(0, 2));
  return (
    <div className="max-w-[320px]">
      <Field label="Teams">
        <ComboboxMultiple value={value} onValueChange={setValue} options={teams} />
      </Field>
    </div>
  );
}
