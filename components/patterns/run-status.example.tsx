import { RunStatus } from "#components/patterns/run-status.tsx";

export default function Example() {
  return (
    <div className="flex flex-wrap gap-2">
      {["queued", "awaiting_approval", "running", "succeeded", "failed", "denied", "cancelled", "lost"].map(
        (status) => (
          <RunStatus key={status} status={status} detail={status === "running" ? "step 6 of 8" : undefined} />
        ),
      )}
    </div>
  );
}
