export const showSidebar = "Show sidebar";
export const hideSidebar = "Hide sidebar";
export const openNavigation = "Open navigation";
