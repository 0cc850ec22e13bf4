import { Page } from "#components/patterns/page.tsx";
import { NothingHere } from "#components/shell/nothing-here.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";

export default function OrgNotFound() {
  return (
    <>
      <TopBar items={[{ label: "Not found" }]} />
      <Page>
        <NothingHere />
      </Page>
    </>
  );
}
