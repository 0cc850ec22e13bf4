import { Link } from "#components/ui/link.tsx";

export default function Example() {
  return (
    <Link href="/dev/shelf" className="text-link hover:underline">
      All parts
    </Link>
  );
}
