export const picture = "Picture";
