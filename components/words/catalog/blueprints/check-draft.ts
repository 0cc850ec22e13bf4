const reasons: Record<string, string> = {
  InvalidSymbol: "Something stands here that is no JSON; texts need double quotes",
  InvalidNumberFormat: "This is no number",
  PropertyNameExpected: "A name in double quotes is expected here",
  ValueExpected: "A value is expected here",
  ColonExpected: "A colon is expected here",
  CommaExpected: "A comma is missing before this",
  CloseBraceExpected: "A closing brace } is missing",
  CloseBracketExpected: "A closing bracket ] is missing",
  EndOfFileExpected: "The JSON ends before this",
  InvalidCommentToken: "JSON has no comments",
  UnexpectedEndOfComment: "JSON has no comments",
  UnexpectedEndOfString: "The closing quote is missing",
  UnexpectedEndOfNumber: "The number ends too soon",
  InvalidUnicode: "This is no character code; write \\u and four digits",
  InvalidEscapeCharacter: "This character needs no backslash",
  InvalidCharacter: "This character has to be written with a backslash",
};

export const syntax = (code: string) => reasons[code] ?? "This is no JSON";
