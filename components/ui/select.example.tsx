"use client";
import { Field } from "#components/ui/field.tsx";
import { Box, Database } from "#components/ui/icons.tsx";
import { Select } from "#components/ui/select.tsx";

export default function Example() {
  return (
    <div className="max-w-[280px]">
      <Field label="Template">
        <Select
          defaultValue="go"
          items={[
            { value: "go", label: "Go service", icon: <Box />, hint: "v12" },
            { value: "kotlin", label: "Kotlin service", icon: <Box />, hint: "v4" },
            { value: "database", label: "Database", icon: <Database />, disabled: true },
          ]}
        />
      </Field>
    </div>
  );
}
