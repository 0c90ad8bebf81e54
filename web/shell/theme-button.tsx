import { type Theme, useTheme } from './theme.ts';

const WORDS: Record<Theme, string> = { system: 'as the system', light: 'light', dark: 'dark' };

export function ThemeButton() {
  const { theme, next, change } = useTheme();
  return (
    <button
      type="button"
      className="button bare"
      aria-label={`Colours: ${WORDS[theme]}. Change to ${WORDS[next]}`}
      title={`Colours: ${WORDS[theme]}`}
      onClick={() => change(next)}
    >
      <ThemeMark theme={theme} />
    </button>
  );
}

function ThemeMark({ theme }: { theme: Theme }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor">
      {theme === 'light' ? (
        <g strokeWidth="1.4" strokeLinecap="round">
          <circle cx="8" cy="8" r="3" />
          <path d="M8 1v1.5M8 13.500v1.500M1 8h1.500M13.500 8H15M3 3l1.100 1.100M11.900 11.900 13 13M13 3l-1.100 1.100M4.100 11.900 3 13" />
        </g>
      ) : theme === 'dark' ? (
        <path d="M13.500 9.800A6 6 0 0 1 6.200 2.500a6 6 0 1 0 7.300 7.300Z" strokeWidth="1.400" />
      ) : (
        <g strokeWidth="1.4">
          <circle cx="8" cy="8" r="6" />
          <path d="M8 2a6 6 0 0 1 0 12Z" fill="currentColor" stroke="none" />
        </g>
      )}
    </svg>
  );
}
