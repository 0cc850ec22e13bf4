import { ErrorState } from "#components/patterns/error-state.tsx";
import { Page } from "#components/patterns/page.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";

export default function OrgNotFound() {
  return (
    <>
      <TopBar items={[{ label: "Not found" }]} />
      <Page>
        <ErrorState
          title="There is nothing at this address"
          remedies={[
            "It may have been renamed or removed, or the address has a typing error.",
            "Press ⌘K or Ctrl K and search for its name.",
          ]}
        />
      </Page>
    </>
  );
}
