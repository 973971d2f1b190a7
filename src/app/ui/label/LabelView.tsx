export function LabelView() {
  return <main />;
}
