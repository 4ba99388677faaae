// Reads what somebody wants to be called, where they say so: 「佐藤といいます」「名前は佐藤です」 → 佐藤
const SAID = [
  /(?:名前は|なまえは|呼び名は|名は)\s*([^、。\s]{1,12}?)(?:です|といいます|と言います|と申します|。|$)/u,
  /(?:^|[、。\s])([^、。\s]{1,10}?)(?:と申します|といいます|と言います|と呼んで)/u,
];

/** The name, or null where nobody says that it is one. */
export function readName(text: string): string | null {
  for (const pattern of SAID) {
    const name = pattern.exec(text)?.[1];
    if (name !== undefined && name !== "") return name;
  }
  return null;
}
