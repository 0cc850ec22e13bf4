import { Columns, Page } from "#components/patterns/page.tsx";
import { Panel } from "#components/ui/panel.tsx";

export default function Example() {
  return (
    <Page>
      <Columns
        aside={240}
        side={
          <Panel title="Looked up" padded>
            On the right
          </Panel>
        }
      >
        <Panel title="What changes" padded>
          On the left
        </Panel>
      </Columns>
    </Page>
  );
}
