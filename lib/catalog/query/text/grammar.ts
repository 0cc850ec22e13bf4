/** The grammar of the text of queries, as README.md prints it. */
export const grammar = String.raw`query      := or | comment                            ; only a comment: somebody still has to write it, an error until then
or         := and ("or" and)*                         and := not ("and" not)*
not        := "not" not | comparison
comparison := sum (("=" | "==" | "!=" | ">" | ">=" | "<" | "<=") sum
                 | "not"? ("contains" | "startsWith" | "in") sum
                 | "exists" | "is" "not"? "empty")?
sum        := product (("+" | "-") product)*          product := unary (("*" | "/" | "%") unary)*
unary      := ("!" | "-") unary | operand             ; ! binds tighter than not: write !(a and b)
operand    := primary ("." name | "." name arguments | "[" (string | whole number) "]")*
primary    := number | number unit | string | "true" | "false" | "null" | "[" (or ("," or)*)? "]"
            | name | name arguments | "(" or ")"
            | "count" "(" ("incoming" | "outgoing")? relation ")" | "resolved" "(" relation ")"
arguments  := "(" (argument ("," argument)*)? ")"     argument := (name "=")? or | lambda
lambda     := (name | "(" name ")") "=>" or           ; only as an argument
unit       := "minute(s)" | "hour(s)" | "day(s)" | "week(s)"
relation   := name | string                           name := [A-Za-z_][A-Za-z0-9_-]* | "${"`"}" any sign but "${"`"}" "${"`"}"
string     := "…" or '…' with the escapes of JSON and \'    comment := "/*" … "*/", anywhere between words
`;
