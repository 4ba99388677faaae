// The few signs of the page, drawn as lines; each stands beside words or a label.
const PATHS = {
  back: "M15 5l-7 7 7 7",
  plus: "M12 5v14M5 12h14",
  face: "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0 -18zM9 10v.01M15 10v.01M8.5 14.5q3.5 3 7 0",
  send: "M4 12l16 -8 -6 16 -3 -6z",
  picture: "M4 5h16v14H4zM4 16l5 -5 4 4 3 -3 4 4M9 9v.01",
  voice: "M12 4a3 3 0 0 1 3 3v4a3 3 0 0 1 -6 0V7a3 3 0 0 1 3 -3zM6 11a6 6 0 0 0 12 0M12 17v3",
  place: "M12 21q-7 -7 -7 -11a7 7 0 0 1 14 0q0 4 -7 11zM12 8a2 2 0 1 0 0 4a2 2 0 0 0 0 -4z",
  friend: "M10 11a3.5 3.5 0 1 0 0 -7a3.5 3.5 0 0 0 0 7zM4 20q0 -7 6 -7t6 7M18 8v6M15 11h6",
  block: "M12 4a8 8 0 1 0 0 16a8 8 0 0 0 0 -16zM6.5 6.5l11 11",
  clock: "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0 -18zM12 7v5l4 2",
  theme: "M12 3a9 9 0 1 0 0 18zM12 3a9 9 0 0 1 0 18",
  more: "M6 12v.01M12 12v.01M18 12v.01",
  file: "M6 3h8l4 4v14H6zM14 3v4h4",
} as const;

export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
