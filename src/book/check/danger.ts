// Does flows/danger.yaml name titles that stand in the languages' files? One that was renamed there would be heard no more.
import type { DangerFile, LanguageFile } from "../../flow/danger/danger.ts";
import type { Mistake } from "../mistakes.ts";
import type { Parsed } from "../parse.ts";

export function checkDanger(
  { data, mistake }: Parsed<Omit<DangerFile, "languages">>,
  languages: LanguageFile[],
): Mistake[] {
  const titles = new Set(languages.flatMap(titlesIn));
  return data["own-hand"].flatMap((title, n) =>
    titles.has(title)
      ? []
      : [
          mistake(
            ["own-hand", n],
            `見出し「${title}」は、danger/ のどの言語にもありません。danger/ja.yaml の見出しと同じに書いてください。`,
          ),
        ],
  );
}

// --- internal ---

const titlesIn = ({ risks }: LanguageFile): string[] =>
  Object.values(risks).flatMap((levels) => Object.values(levels).flatMap((titled) => Object.keys(titled)));
