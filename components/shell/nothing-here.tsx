import { ErrorState } from "#components/patterns/error-state.tsx";
import { Page } from "#components/patterns/page.tsx";
import { SearchForAddress } from "#components/shell/search-for-address.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import * as words from "#components/words/shell/nothing-here.ts";

/** Nothing is at this address: what it may have been, and a way to look for it by its name. */
export function NothingHere() {
  return (
    <>
      <TopBar items={[{ label: words.notFound }]} />
      <Page>
        <ErrorState
          title={words.thereIsNothingAtThisAddress}
          remedies={[words.itMayHaveBeenRenamed, words.itMayBelong, words.pressKOrCtrlK]}
          actions={<SearchForAddress />}
        />
      </Page>
    </>
  );
}
