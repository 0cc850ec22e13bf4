"use client";
import { Button } from "#components/ui/button.tsx";
import { ChevronDown, Link2, Pencil, Trash2 } from "#components/ui/icons.tsx";
import { Menu } from "#components/ui/menu.tsx";

export default function Example() {
  return (
    <Menu
      label="More"
      trigger={<Button iconAfter={<ChevronDown />}>More</Button>}
      items={[
        { label: "Edit", icon: <Pencil />, shortcut: "e" },
        { label: "Open", icon: <Link2 />, href: "/dev/shelf" },
        { kind: "separator" },
        { label: "Delete", icon: <Trash2 />, danger: true },
      ]}
    />
  );
}
