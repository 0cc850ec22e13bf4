import type { ReactNode } from "react";

export const seeWhoTheyAre = "See who they are";
export const membersAndAdminsOfMay = (orgName: ReactNode, link: ReactNode) => (
  <>
    Members and admins of {orgName} may import; your role is viewer. {link} and ask one of them, or ask an admin for
    another role.
  </>
);
export const membersAndAdminsMayImport = "Members and admins may import.";
