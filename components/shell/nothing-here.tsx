import { ErrorState } from "#components/patterns/error-state.tsx";
import { SearchForAddress } from "#components/shell/search-for-address.tsx";

/** Nothing is at this address: what it may have been, and a way to look for it by its name. */
export function NothingHere() {
  return (
    <ErrorState
      title="There is nothing at this address"
      remedies={[
        "It may have been renamed or removed, or the address has a typing error.",
        "It may belong to an organization that you are not a member of: ask whoever gave you the address.",
        "Press ⌘K or Ctrl K and search for its name.",
      ]}
      actions={<SearchForAddress />}
    />
  );
}
