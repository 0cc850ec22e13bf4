export const showSidebar = "Show sidebar";
export const hideSidebar = "Hide sidebar";
export const openNavigation = "Open navigation";
export const help = "Help and keys";
