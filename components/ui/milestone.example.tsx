import { Milestone } from "#components/ui/milestone.tsx";

export default function Example() {
  return (
    <div className="flex flex-wrap items-center gap-4">
      {["None", "Bronze", "Silver", "Gold", "Platinum", "Diamond"].map((name, level) => (
        <Milestone key={name} level={level} name={name} size={28} />
      ))}
      <Milestone level={2} name="Silver" size={28} updating />
      <Milestone level={3} name="Gold" hideName />
      <Milestone level={1} name="Bronze" size={14} hideName />
      <Milestone level={0} name="None" />
    </div>
  );
}
