import { Code } from "#components/ui/code.tsx";

export default function Example() {
  return (
    <p>
      Run <Code>npm run verify-audit</Code> to check the chain.
    </p>
  );
}
