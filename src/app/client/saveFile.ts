/** Gives the visitor a file. */
export function saveFile(name: string, content: string | Uint8Array<ArrayBuffer>, type = 'application/x-ndjson'): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun by the next task.
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
