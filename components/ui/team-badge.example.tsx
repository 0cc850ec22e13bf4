import { TeamBadge } from "#components/ui/team-badge.tsx";

export default function Example() {
  return (
    <div className="flex items-center gap-3">
      <TeamBadge name="Developer Platform" />
      <TeamBadge name="Payments" withName />
    </div>
  );
}
