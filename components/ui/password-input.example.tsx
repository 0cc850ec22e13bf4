import { Field } from "#components/ui/field.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";

export default function Example() {
  return (
    <div className="max-w-[340px]">
      <Field label="Password" hint="At least twelve characters">
        <PasswordInput defaultValue="long enough for this" autoComplete="off" />
      </Field>
    </div>
  );
}
