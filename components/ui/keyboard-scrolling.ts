/** For an element that scrolls and has nothing in it that can have the focus: the keyboard scrolls what has the focus. */
export const keyboardScrolling = { tabIndex: 0 };
