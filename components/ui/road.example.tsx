import { Road } from "#components/ui/road.tsx";

export default function Example() {
  return (
    <div className="grid max-w-[320px] gap-3">
      <Road total={15} done={11} label="11 of 15 rules to Gold" />
      <Road total={8} done={5} part={0.7} size="md" label="step 6 of 8" />
    </div>
  );
}
