import { Page } from "#components/patterns/page.tsx";
import { NothingHere } from "#components/shell/nothing-here.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import * as words from "#components/words/pages/not-found.ts";

export default function OrgNotFound() {
  return (
    <>
      <TopBar items={[{ label: words.notFound }]} />
      <Page>
        <NothingHere />
      </Page>
    </>
  );
}
