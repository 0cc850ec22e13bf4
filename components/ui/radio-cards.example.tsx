import { RadioCards } from "#components/ui/radio-cards.tsx";

export default function Example() {
  return (
    <div className="max-w-[640px]">
      <RadioCards
        label="Data class"
        defaultValue="regulated"
        options={[
          { value: "internal", label: "Internal", hint: "No personal data" },
          { value: "personal", label: "Personal", hint: "Names, contacts" },
          { value: "regulated", label: "Regulated", hint: "Cards, accounts, KYC" },
        ]}
      />
    </div>
  );
}
