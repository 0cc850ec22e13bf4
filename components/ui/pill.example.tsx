import { CircleX, Lock, Unplug } from "#components/ui/icons.tsx";
import { Pill } from "#components/ui/pill.tsx";

export default function Example() {
  return (
    <div className="flex flex-wrap gap-1.5">
      <Pill tone="ok">production</Pill>
      <Pill tone="warn" icon={<Lock />}>
        regulated
      </Pill>
      <Pill tone="bad" icon={<CircleX />}>
        failing
      </Pill>
      <Pill tone="note">exempt until 31 Jan</Pill>
      <Pill tone="accent">running</Pill>
      <Pill>tier 2</Pill>
      <Pill mono>req_9Tq41xWm</Pill>
      <Pill dashed icon={<Unplug />}>
        not measurable
      </Pill>
    </div>
  );
}
