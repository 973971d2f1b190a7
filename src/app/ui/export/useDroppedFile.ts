/** A file dropped anywhere on the page, except where a part of it takes drops itself. */
import { useEffect } from 'react';

const OWN_DROPS = '.drop-zone, input, textarea';

export function useDroppedFile(take: (file: File) => Promise<void>): void {
  useEffect(() => {
    const isOurs = (event: DragEvent): boolean =>
      !event.defaultPrevented &&
      (event.dataTransfer?.types.includes('Files') ?? false) &&
      !(event.target instanceof Element && event.target.closest(OWN_DROPS));
    const over = (event: DragEvent): void => {
      if (isOurs(event)) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      const file = event.dataTransfer?.files[0];
      if (!isOurs(event) || !file) return;
      event.preventDefault();
      void take(file);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, [take]);
}
