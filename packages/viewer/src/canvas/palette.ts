import theme from '../data/theme.json';

/** Colours of the picture by what they are for. */
export type Palette = (typeof theme)['light'];
export const palettes: { readonly light: Palette; readonly dark: Palette } = theme;

/** A colour between two, `share` 0 to 1; both as `#rrggbb`. */
export function mixed(from: string, to: string, share: number): string {
  const channel = (color: string, at: number): number => Number.parseInt(color.slice(at, at + 2), 16) || 0;
  return `#${[1, 3, 5]
    .map((at) => Math.round(channel(from, at) * (1 - share) + channel(to, at) * share))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`;
}
