import { SearchField } from "#components/patterns/search-field.tsx";

export default function Example() {
  return <SearchField label="Search services" className="max-w-[280px]" />;
}
