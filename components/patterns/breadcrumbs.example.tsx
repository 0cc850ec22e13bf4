import { Breadcrumbs } from "#components/patterns/breadcrumbs.tsx";

export default function Example() {
  return (
    <Breadcrumbs
      items={[
        { label: "Catalog", href: "/dev/shelf" },
        { label: "Services", href: "/dev/shelf?only=s" },
        { label: "payments-api" },
      ]}
    />
  );
}
