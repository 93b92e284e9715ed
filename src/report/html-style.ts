import { createHash } from 'crypto';

/** The one style sheet of the page: it needs nothing from elsewhere. */
export const STYLE = [
  'body{font:15px/1.45 system-ui,sans-serif;color:#1b1f24;background:#fff;margin:2rem auto;max-width:75rem;padding:0 1rem}',
  'h1{font-size:1.6rem}h2{font-size:1.25rem;margin-top:2.2rem;border-bottom:1px solid #d0d7de}',
  'table{border-collapse:collapse;width:100%;font-size:.87rem}',
  'th,td{text-align:left;vertical-align:top;padding:.25rem .5rem;border-bottom:1px solid #d8dee4;overflow-wrap:anywhere}',
  'td:first-child{min-width:6rem}summary{cursor:pointer;padding:.35rem 0}code{font:.85em ui-monospace,monospace}',
  '.verdict{font-size:1.1rem}.emergency{border:2px solid #b00020;padding:.6rem;font-weight:600}',
  '.s{white-space:nowrap;font-weight:600}.open,.error{color:#b00020}.waived,.warning{color:#8a5a00}',
  '.enforced-in-cluster,.met-by-manifest,.met-by-node-file{color:#116329}.provider,.not-assessed{color:#57606a}',
  'figure{margin:0;overflow-x:auto}.box{fill:#f6f8fa;stroke:#57606a}.outside{fill:#fff;stroke-dasharray:4 3}',
  '.flow{fill:none;stroke:#57606a}.port{font-size:11px;fill:#57606a;paint-order:stroke;stroke:#fff;stroke-width:3px}',
  'svg text{font-family:system-ui,sans-serif;fill:#1b1f24}.small{font-size:11px;fill:#57606a}.name{font-size:13px}',
  '@media print{details{display:block}}',
].join('\n');

/** Nothing is loaded and nothing runs, whatever stands in the page; the style is known by its digest. */
export const POLICY = [
  'default-src \'none\'',
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  'base-uri \'none\'',
  'form-action \'none\'',
].join('; ');
