import { svg, html } from '../lib/lit-html.js';
import { paint } from './vehicle-art.js';

const bed = (x, width) => svg`<g transform="translate(${x} 0)">
  <rect class="wood" x="0" y="92" width="8" height="58" rx="3"/>
  <rect class="sheet" x="4" y="118" width=${width} height="22" rx="7"/>
  <path class="body" d="M34 118h${width - 38}a7 7 0 0 1 7 7v15H34z"/>
  <rect class="pillow" x="10" y="108" width="30" height="14" rx="6"/>
  <rect class="wood" x="2" y="138" width=${width + 4} height="7" rx="3"/>
  <path class="wood" d="M${width - 2} 143h6v8h-6z"/></g>`;

/** A picture of a room with its beds. */
export function roomArt({ id, beds = 1 }) {
  const count = Math.min(Math.max(beds, 1), 2);
  return html`<svg class="art room paint-${paint(id)} scene-${paint(BigInt(id ?? 1) + 5n) % 3}" viewBox="0 0 320 190" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
    <rect class="wall" width="320" height="190"/>
    <rect class="floor" y="150" width="320" height="40"/>
    <rect class="skirting" y="146" width="320" height="5"/>
    <g transform="translate(112 26)"><rect class="frame" width="92" height="68" rx="6"/><rect class="sky" x="5" y="5" width="82" height="58" rx="3"/>
      <circle class="sun" cx="66" cy="22" r="8"/><path class="far" d="M5 46c18-16 36-12 50-2s22 4 32-4v20a3 3 0 0 1-3 3H8a3 3 0 0 1-3-3z"/><path class="frame-line" d="M46 5v58"/></g>
    <path class="curtain" d="M104 20c6 26 2 58-6 84h16V20zm108 0c-6 26-2 58 6 84h-16V20z"/><path class="rod" d="M92 20h134"/>
    ${count === 1 ? bed(84, 150) : svg`${bed(20, 122)}${bed(176, 122)}`}
    ${count === 1 ? svg`<g transform="translate(268 0)"><path class="rod" d="M0 150V84"/><path class="lampshade" d="M-13 86 -8 64H8l5 22z"/></g>
      <g transform="translate(44 0)"><path class="leaf" d="M0 122c-18-8-20-28-12-38 10 8 14 22 12 38zm0 0c16-6 22-22 18-36-12 6-18 18-18 36z"/><path class="pot" d="M-12 122h24l-4 28H-8z"/></g>` : ''}
    <ellipse class="rug" cx="162" cy="171" rx="94" ry="9"/>
  </svg>`;
}
