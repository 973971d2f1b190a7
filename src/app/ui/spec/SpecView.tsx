export function SpecView() {
  return <main />;
}
