/** The style of the report: for paper and projector, so always on white. */
export const reportStyle = `
body { max-width: 1060px; margin: 2rem auto; padding: 0 1rem; color: #1a1c20; background: #fff; font: 15px/1.5 Inter, Helvetica, Arial, sans-serif; }
h1 { font-size: 26px; } h2 { margin-top: 2.2rem; border-bottom: 1px solid #dedfdc; font-size: 20px; } h3 { font-size: 15px; }
table { border-collapse: collapse; width: 100%; font-size: 13px; }
th, td { padding: 4px 10px 4px 0; border-bottom: 1px solid #dedfdc; text-align: left; vertical-align: top; white-space: pre-wrap; overflow-wrap: anywhere; }
tbody th { font-weight: 500; color: #575d66; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(360px, 1fr)); gap: 12px; }
.charts svg { max-width: 100%; height: auto; }
pre { padding: 12px; background: #f4f4f2; overflow: auto; max-height: 480px; font: 12px/1.45 ui-monospace, Menlo, monospace; }
@media print { pre { max-height: none; white-space: pre-wrap; } section { break-inside: auto; } .charts svg { break-inside: avoid; } }
`;
