export const fetchingThePicture = "Fetching the picture…";
