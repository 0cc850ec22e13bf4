import { RunRoad, Timeline, type TimelineStep } from "#components/patterns/timeline.tsx";

const steps: TimelineStep[] = [
  { id: "1", name: "Check policies", detail: "4 verdicts: 2 approvals needed", duration: "0.4 s", state: "done" },
  { id: "2", name: "Approvals", detail: "Nora Kelly, Ines Okafor", duration: "11 min 02 s", state: "done" },
  { id: "3", name: "Terraform apply", detail: "5 of 7 resources", duration: "1 min 48 s", state: "running" },
  { id: "4", name: "Register in catalog", state: "next" },
  { id: "5", name: "Announce", detail: "The channel does not exist", state: "failed" },
  { id: "6", name: "Wait for DNS", state: "waiting" },
];

export default function Example() {
  return (
    <div className="grid max-w-[268px] gap-5">
      <RunRoad label="Step 3 of 5" steps={steps} />
      <Timeline label="Steps" steps={steps} />
    </div>
  );
}
