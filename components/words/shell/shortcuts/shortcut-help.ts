export const onThisPage = "On this page";
export const keyboardShortcuts = "Keyboard shortcuts";
export const keyboardShortcutsDescription = "They stay quiet while you type.";
