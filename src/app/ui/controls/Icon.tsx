/** The page's few icons, drawn here so that no emoji font decides how they look. Decorative: the button says the word. */
const paths = {
  play: 'M5 3.2v9.6L13 8z',
  pause: 'M4.5 3h2.6v10H4.5zM8.9 3h2.6v10H8.9z',
  step: 'M3.5 3.2v9.6L10 8zM10.6 3h2v10h-2z',
  reset: 'M8 3a5 5 0 1 1-4.9 4h1.6A3.4 3.4 0 1 0 8 4.6V7L4.4 3.9 8 .9z',
  dice: 'M3 2h10a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1zm2.2 2.2a1 1 0 1 0 0 2 1 1 0 0 0 0-2zm5.6 0a1 1 0 1 0 0 2 1 1 0 0 0 0-2zM8 7a1 1 0 1 0 0 2 1 1 0 0 0 0-2zm-2.8 2.8a1 1 0 1 0 0 2 1 1 0 0 0 0-2zm5.6 0a1 1 0 1 0 0 2 1 1 0 0 0 0-2z',
  moon: 'M13.5 10A6 6 0 0 1 6 2.5 6 6 0 1 0 13.5 10z',
  sun: 'M8 4.6a3.4 3.4 0 1 1 0 6.8 3.4 3.4 0 0 1 0-6.8zM7.3.8h1.4v2.3H7.3zM7.3 12.9h1.4v2.3H7.3zM.8 7.3h2.3v1.4H.8zM12.9 7.3h2.3v1.4h-2.3zM2.4 3.4l1-1L5 4 4 5zM11 12l1-1 1.6 1.6-1 1zM12.6 2.4l1 1L12 5l-1-1zM4 11l1 1-1.6 1.6-1-1z',
  down: 'M3.5 5.5 8 10l4.5-4.5 1 1L8 12 2.5 6.5z',
  send: 'M13 2.5v6.2a1 1 0 0 1-1 1H5.6l2.3 2.4-1 1L2.6 9l4.3-4.2 1 1-2.3 2.3h6V2.5z',
  stop: 'M4 4h8v8H4z',
  plus: 'M7.2 2.5h1.6v4.7h4.7v1.6H8.8v4.7H7.2V8.8H2.5V7.2h4.7z',
  close: 'M4.2 3.2 8 7l3.8-3.8 1 1L9 8l3.8 3.8-1 1L8 9l-3.8 3.8-1-1L7 8 3.2 4.2z',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={paths[name]} fillRule="evenodd" />
    </svg>
  );
}
