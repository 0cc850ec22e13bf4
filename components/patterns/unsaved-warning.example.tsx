import { UnsavedWarning } from "#components/patterns/unsaved-warning.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";

export default function Example() {
  return (
    <form className="grid max-w-[420px] gap-3">
      <UnsavedWarning />
      <Field label="Name" hint="Write something, then press a link: you are asked before it is lost.">
        <Input name="name" />
      </Field>
      <div>
        <Button type="submit" variant="primary">
          Save
        </Button>
      </div>
    </form>
  );
}
