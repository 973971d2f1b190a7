export function DataView() {
  return <main />;
}
