import { EntityName } from "#components/patterns/entity-name.tsx";
import { Users } from "#components/ui/icons.tsx";
import { Pill } from "#components/ui/pill.tsx";

export default function Example() {
  return (
    <div className="grid gap-2">
      <EntityName name="payments-api" href="/dev/shelf" after={<Pill>experimental</Pill>} />
      <EntityName name="Payments" icon={<Users aria-hidden />} />
    </div>
  );
}
