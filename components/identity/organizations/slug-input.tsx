import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";

type Props = { error: string | undefined; hint?: string; defaultValue?: string };

/** The short name that stands in every address of an organization. */
export function SlugInput({ error, hint = "In every address, such as /harbourline", defaultValue }: Props) {
  return (
    <Field label="Address" hint={hint} error={error}>
      <Input
        name="slug"
        required
        mono
        maxLength={40}
        pattern="[a-z0-9]([a-z0-9\-]{0,38}[a-z0-9])?"
        title="Lower-case letters, digits and inner hyphens"
        autoComplete="off"
        {...(defaultValue === undefined ? {} : { defaultValue })}
      />
    </Field>
  );
}
