"use client";
import { Ellipsis, Keyboard, LogOut, Monitor, Moon, Sun } from "lucide-react";
import { useTransition } from "react";
import { useShell } from "#components/shell/shell-context.tsx";
import { toThemeChoice } from "#components/shell/theme/theme-choice.ts";
import { useTheme } from "#components/shell/theme/use-theme.ts";
import { Avatar } from "#components/ui/avatar.tsx";
import { Menu } from "#components/ui/menu.tsx";

/** Who is signed in, and what belongs to them: theme, shortcuts, the way out. */
export function PersonMenu() {
  const { person, signOut, setLayer } = useShell();
  const { theme, setTheme } = useTheme();
  const [leaving, startLeaving] = useTransition();
  return (
    <Menu
      label={`Menu of ${person.name}`}
      side="top"
      items={[
        { kind: "heading", label: person.email },
        { kind: "separator" },
        {
          kind: "choice",
          label: "Theme",
          value: theme,
          onValueChange: (value) => setTheme(toThemeChoice(value)),
          options: [
            { value: "light", label: "Light", icon: <Sun aria-hidden /> },
            { value: "dark", label: "Dark", icon: <Moon aria-hidden /> },
            { value: "system", label: "As the system", icon: <Monitor aria-hidden /> },
          ],
        },
        { kind: "separator" },
        {
          label: "Keyboard shortcuts",
          icon: <Keyboard aria-hidden />,
          shortcut: "?",
          onSelect: () => setLayer("help"),
        },
        {
          label: leaving ? "Signing out…" : "Sign out",
          icon: <LogOut aria-hidden />,
          disabled: leaving,
          onSelect: () => startLeaving(signOut),
        },
      ]}
      trigger={
        <button type="button" className="mt-auto flex items-center gap-2 rounded-2 p-2 text-left hover:bg-hover">
          <Avatar name={person.name} size="lg" decorative />
          <span className="grid min-w-0 flex-1 gap-px">
            <span className="cut font-550">{person.name}</span>
            <span className="cut text-11 text-text-3">
              {person.team ? `${person.team} · ${person.role}` : person.role}
            </span>
          </span>
          <Ellipsis aria-hidden className="!size-3.5" />
        </button>
      }
    />
  );
}
