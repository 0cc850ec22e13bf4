import { StepProgress } from "#components/ui/step-progress.tsx";

export default function Example() {
  return <StepProgress label="Reading 71 files" startedAt={new Date().toISOString()} />;
}
