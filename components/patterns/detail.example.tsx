import { Banner } from "#components/patterns/banner.tsx";
import { Detail } from "#components/patterns/detail.tsx";
import { PageHeader } from "#components/patterns/page-header.tsx";
import { Glyph } from "#components/ui/glyph.tsx";
import { Box } from "#components/ui/icons.tsx";
import { KeyValue } from "#components/ui/key-value.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { LinkTabs } from "#components/ui/tabs.tsx";

export default function Example() {
  return (
    <Detail
      head={
        <PageHeader
          flush
          glyph={<Glyph size="xl" icon={<Box aria-hidden />} />}
          title="payments-api"
          sub="Takes payments and tells who paid."
          pills={<Pill>Service</Pill>}
        />
      }
      tabs={
        <LinkTabs
          inset
          label="Parts of the service"
          items={[
            { label: "Overview", href: "/dev/shelf", current: true },
            { label: "Relations", href: "/dev/shelf", count: 12, current: false },
          ]}
        />
      }
      banner={<Banner tone="warn">Its owner left the catalog yesterday.</Banner>}
      aside={
        <Panel title="About" padded>
          <KeyValue items={[{ term: "Owner", value: "Payments" }]} />
        </Panel>
      }
    >
      <Panel title="Scorecards" padded>
        What changes stands here.
      </Panel>
    </Detail>
  );
}
