import { Avatar } from "#components/ui/avatar.tsx";
import { KeyValue } from "#components/ui/key-value.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { TeamBadge } from "#components/ui/team-badge.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

export default function Example() {
  return (
    <div className="max-w-[284px]">
      <KeyValue
        items={[
          { term: "Owner", value: <TeamBadge name="Payments" withName />, source: "via system" },
          { term: "On call", value: <Avatar name="Mateo Lindqvist" withName />, source: "to 18:00" },
          { term: "System", value: <TextLink href="/dev/shelf">settlement</TextLink>, source: "YAML:14" },
          { term: "Data class", value: <Pill tone="warn">regulated</Pill>, source: "set by hand" },
        ]}
      />
    </div>
  );
}
