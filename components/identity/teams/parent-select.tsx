import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import * as words from "#components/words/identity/teams/parent-select.ts";

export type PossibleParent = { id: string; name: string; depth: number };

type Props = {
  parents: PossibleParent[];
  value: string;
  onValueChange: (value: string) => void;
  error: string | undefined;
};

/** Where in the tree a team stands. */
export function ParentSelect({ parents, value, onValueChange, error }: Props) {
  return (
    <Field label={words.standsUnder} error={error}>
      <Select
        value={value}
        onValueChange={onValueChange}
        items={[
          { value: "", label: words.nothingAtTheTop },
          ...parents.map(({ id, name, depth }) => ({ value: id, label: `${"\u2003".repeat(depth)}${name}` })),
        ]}
      />
    </Field>
  );
}
