import { PageHeader } from "#components/patterns/page-header.tsx";
import { Button } from "#components/ui/button.tsx";
import { Glyph } from "#components/ui/glyph.tsx";
import { Box, Zap } from "#components/ui/icons.tsx";
import { Pill } from "#components/ui/pill.tsx";

export default function Example() {
  return (
    <PageHeader
      title="payments-api"
      sub="Takes, routes and settles card and bank payments for every Harbourline channel."
      glyph={<Glyph size="xl" icon={<Box />} />}
      pills={
        <>
          <Pill>Service</Pill>
          <Pill tone="ok">production</Pill>
        </>
      }
      actions={
        <>
          <Button variant="ghost">Repository</Button>
          <Button variant="primary" icon={<Zap />}>
            Run an action
          </Button>
        </>
      }
    />
  );
}
