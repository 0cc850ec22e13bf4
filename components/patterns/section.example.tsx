import { Section } from "#components/patterns/section.tsx";

export default function Example() {
  return (
    <Section title="Needs you" count={5} more="Whole inbox">
      <p className="text-text-2">Content</p>
    </Section>
  );
}
