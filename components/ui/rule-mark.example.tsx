import { RuleLegend } from "#components/ui/rule-mark.tsx";

export default function Example() {
  return <RuleLegend results={["pass", "fail", "exempt", "error", "not-applicable", "not-yet"]} />;
}
