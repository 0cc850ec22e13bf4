import { LinkTabs } from "#components/ui/tabs.tsx";

export default function Example() {
  return (
    <LinkTabs
      label="Views"
      more="Save view"
      items={[
        { label: "All services", href: "/dev/shelf", count: 60 },
        { label: "Payments services", href: "/dev/shelf?only=a", count: 5 },
        { label: "Revenue path", href: "/dev/shelf?only=b", count: 21, current: true, changed: true },
        { label: "Tier 1 below Silver", href: "/dev/shelf?only=c", count: 4 },
      ]}
    />
  );
}
