// Fills the {{…}} of a text.

/** What is not given, or empty, is left out together with the end of its line: a gap on a line of its own takes the line along. */
export function fill(template: string, given: Record<string, string | number>): string {
  return template
    .replace(/\{\{(\w+)\}\}\n?/g, (whole, key: string) => {
      const value = String(given[key] ?? "");
      if (value === "") return "";
      return whole.endsWith("\n") ? `${value}\n` : value;
    })
    .trim();
}
