/** Lets components set the page's own CSS variables. */
import 'react';

declare module 'react' {
  interface CSSProperties {
    '--filled'?: string;
    '--hue'?: string;
  }
}
