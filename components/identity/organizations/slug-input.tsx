import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import * as words from "#components/words/identity/organizations/slug-input.ts";

type Props = { error: string | undefined; hint?: string; defaultValue?: string };

/** The short name that stands in every address of an organization. */
export function SlugInput({ error, hint = words.inEveryAddressSuchAsHarbourline, defaultValue }: Props) {
  return (
    <Field label={words.address} hint={hint} error={error}>
      <Input
        name="slug"
        required
        mono
        maxLength={40}
        pattern="[a-z0-9]([a-z0-9\-]{0,38}[a-z0-9])?"
        title={words.lowerCaseLettersDigitsAndInner}
        autoComplete="off"
        {...(defaultValue === undefined ? {} : { defaultValue })}
      />
    </Field>
  );
}
