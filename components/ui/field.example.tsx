"use client";
import { Because, Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";

export default function Example() {
  return (
    <div className="grid max-w-[640px] gap-5">
      <Field label="Name" hint="Lower case, digits and dashes.">
        <Input defaultValue="payout-scheduler" />
      </Field>
      <Field label="Monthly budget" consequence="Above € 500: your team lead approves as well.">
        <Input prefix="€" suffix="a month" defaultValue="900" inputMode="numeric" />
      </Field>
      <Field label="Owner" error="There is no team called team-refunds. Choose one of the 12.">
        <Input defaultValue="team-refunds" />
      </Field>
      <Because
        because={
          <>
            Because the data class is <b>Regulated</b>
          </>
        }
      >
        <Field label="Region" group>
          <RadioCards
            defaultValue="eu-central"
            options={[
              { value: "eu-central", label: "eu-central", hint: "Frankfurt" },
              { value: "eu-north", label: "eu-north", hint: "Stockholm" },
              { value: "us-east", label: "us-east", hint: "Not for regulated data: policy DR-3", disabled: true },
            ]}
          />
        </Field>
      </Because>
    </div>
  );
}
