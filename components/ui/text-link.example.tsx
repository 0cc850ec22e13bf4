import { TextLink } from "#components/ui/text-link.tsx";

export default function Example() {
  return (
    <p>
      <TextLink href="/dev/shelf">Alone in a cell</TextLink>, or{" "}
      <TextLink href="https://example.com" underline>
        inside a sentence
      </TextLink>
      .
    </p>
  );
}
