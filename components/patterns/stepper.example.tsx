import { Stepper } from "#components/patterns/stepper.tsx";

export default function Example() {
  return (
    <Stepper
      steps={[
        { label: "Basics", state: "done" },
        { label: "Runtime and data", state: "now" },
        { label: "Access", state: "next" },
        { label: "Review", state: "next" },
      ]}
    />
  );
}
