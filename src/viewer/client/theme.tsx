import { useLayoutEffect, useState } from "preact/hooks";

const THEMES = ["system", "light", "dark"] as const;
type Theme = (typeof THEMES)[number];
export const THEME_CHANGE = "themechange";
const KEPT = "tickmark-theme";
const MARKS: Readonly<Record<Theme, string>> = { system: "◐", light: "☀", dark: "☾" };

/** Pages on a disk and browsers that keep nothing may refuse the store; the theme then holds for this visit. */
function kept(): Theme {
  try {
    return THEMES.find((theme) => theme === localStorage.getItem(KEPT)) ?? "system";
  } catch {
    return "system";
  }
}

function keep(theme: Theme): void {
  try {
    localStorage.setItem(KEPT, theme);
  } catch {
    // Nothing is lost but the memory of it.
  }
}

const systemIsDark = (): MediaQueryList => matchMedia("(prefers-color-scheme: dark)");

/** Says on the page which colours it wears. */
export function wearTheme(theme: Theme = kept()): void {
  const worn = theme !== "system" ? theme : systemIsDark().matches ? "dark" : "light";
  if (document.documentElement.dataset["theme"] === worn) return;
  document.documentElement.dataset["theme"] = worn;
  // What is painted on a canvas does not follow by itself.
  dispatchEvent(new Event(THEME_CHANGE));
}

/** Light, dark, or as the machine is set. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState<Theme>(kept);
  useLayoutEffect(() => {
    const dark = systemIsDark();
    const wear = (): void => wearTheme(theme);
    wear();
    dark.addEventListener("change", wear);
    return () => dark.removeEventListener("change", wear);
  }, [theme]);
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length]!;
  return (
    <button
      type="button"
      class="icon"
      title={`Colours: ${theme}. Press for ${next}.`}
      aria-label={`Colours: ${theme}. Press for ${next}.`}
      onClick={() => {
        setTheme(next);
        keep(next);
      }}
    >
      {MARKS[theme]}
    </button>
  );
}
