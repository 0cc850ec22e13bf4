import { RadioCards } from "#components/ui/radio-cards.tsx";
import * as words from "#components/words/identity/role-cards.ts";
import type { Role } from "#lib/kernel/permissions.ts";

type Props = { label: string; value: Role; hints: Record<Role, string>; onValueChange: (role: Role) => void };

/** Chooses one of the roles, each with what it means here. */
export function RoleCards({ label, value, hints, onValueChange }: Props) {
  return (
    <RadioCards
      label={label}
      value={value}
      onValueChange={(role) => onValueChange(role as Role)}
      options={[
        { value: "viewer", label: words.viewer, hint: hints.viewer },
        { value: "member", label: words.member, hint: hints.member },
        { value: "admin", label: words.admin, hint: hints.admin },
      ]}
      columns={3}
    />
  );
}
