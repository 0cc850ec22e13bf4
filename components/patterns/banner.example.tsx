import { Banner } from "#components/patterns/banner.tsx";
import { Siren } from "#components/ui/icons.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

export default function Example() {
  return (
    <Banner tone="warn" icon={<Siren />} action={<TextLink href="/dev/shelf">Open incident</TextLink>}>
      <b>ledger-core has an incident.</b> INC-2207, mitigated after 14 min.
    </Banner>
  );
}
