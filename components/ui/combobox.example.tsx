"use client";
import { useState } from "react";
import { Avatar } from "#components/ui/avatar.tsx";
import { Combobox, type ComboboxOption } from "#components/ui/combobox.tsx";
import { Field } from "#components/ui/field.tsx";

const people: ComboboxOption[] = ["Priya Raman", "Prita Holm", "Ines Okafor"].map((name) => ({
  value: name,
  label: name,
  description: "Risk",
  leading: <Avatar name={name} decorative />,
}));

export default function Example() {
  const [value, setValue] = useState<ComboboxOption | null>(null);
  return (
    <div className="max-w-[280px]">
      <Field label="Data steward">
        <Combobox value={value} onValueChange={setValue} options={people} placeholder="A person" />
      </Field>
    </div>
  );
}
