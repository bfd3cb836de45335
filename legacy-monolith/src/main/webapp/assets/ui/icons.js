import { svg, html } from '../lib/lit-html.js';

const PATHS = {
  search: svg`<circle cx="11" cy="11" r="6.500"/><path d="m16 16 4.500 4.500"/>`,
  rentals: svg`<rect x="4" y="5.500" width="16" height="14.500" rx="3"/><path d="M8 3v4m8-4v4M4 10.500h16"/>`,
  adverts: svg`<path d="M4 12.500V6a2 2 0 0 1 2-2h6.500l7.500 7.500-8.500 8.500z"/><circle cx="8.500" cy="8.500" r="1.300"/>`,
  wallet: svg`<path d="M4 8a3 3 0 0 1 3-3h10v3M4 8v9a3 3 0 0 0 3 3h13V8z"/><circle cx="16" cy="14" r="1.200"/>`,
  bell: svg`<path d="M6 16.500V11a6 6 0 1 1 12 0v5.500l1.500 1.500h-15zM10 20.500a2.200 2.200 0 0 0 4 0"/>`,
  person: svg`<circle cx="12" cy="8.500" r="4"/><path d="M4.500 20c1-4 4-5.500 7.500-5.500s6.500 1.500 7.500 5.500"/>`,
  sun: svg`<circle cx="12" cy="12" r="4"/><path d="M12 3v2m0 14v2M3 12h2m14 0h2M5.600 5.600 7 7m10 10 1.400 1.400M18.400 5.600 17 7M7 17l-1.400 1.400"/>`,
  moon: svg`<path d="M19.500 14.500A8 8 0 0 1 9.500 4.500a8 8 0 1 0 10 10z"/>`,
  left: svg`<path d="m14.500 6-6 6 6 6"/>`,
  right: svg`<path d="m9.500 6 6 6-6 6"/>`,
  down: svg`<path d="m6 9.500 6 6 6-6"/>`,
  filter: svg`<path d="M4 7h10m4 0h2M4 17h2m4 0h10"/><circle cx="16" cy="7" r="2"/><circle cx="8" cy="17" r="2"/>`,
  close: svg`<path d="m6.500 6.500 11 11m0-11-11 11"/>`,
  plus: svg`<path d="M12 5v14M5 12h14"/>`,
  check: svg`<path d="m5 12.500 4.500 4.500L19 7.500"/>`,
  pause: svg`<path d="M9 6v12m6-12v12"/>`,
  play: svg`<path d="m8 5.500 10 6.500-10 6.500z"/>`,
  edit: svg`<path d="m5 19 1-4.500L15.500 5l3.500 3.500L9.500 18z"/>`,
  bin: svg`<path d="M5 7h14M9.500 7V4.500h5V7m-8 0 1 13h9l1-13"/>`,
  key: svg`<circle cx="8" cy="15.500" r="4"/><path d="m11 12.500 8-8m-3.500 3.500 3 3"/>`,
  star: svg`<path d="m12 4 2.400 5.200 5.600.7-4.100 3.900 1 5.700-4.900-2.800-4.900 2.800 1-5.700L4 9.900l5.600-.7z"/>`,
  vehicle: svg`<path d="M3 16v-3.500l2.500-1L8 7h7l3 4.500 3 1V16"/><path d="M3 16h2m4 0h6m4 0h2"/><circle cx="7" cy="16.500" r="2"/><circle cx="17" cy="16.500" r="2"/>`,
  book: svg`<path d="M5 5.500A2.500 2.500 0 0 1 7.500 3H19v15H7.500A2.500 2.500 0 0 0 5 20.500zm0 15A2.500 2.500 0 0 0 7.500 21H19"/>`,
  room: svg`<path d="M3.500 19v-12m0 9h17V19m0-3v-2.500a3 3 0 0 0-3-3H11V16"/><circle cx="7.200" cy="12" r="1.800"/>`,
  log: svg`<path d="M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01"/>`,
};

export const icon = (name) => html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${PATHS[name]}</svg>`;

export const mark = html`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true"><rect class="mark-ground" width="32" height="32" rx="9"/>
  <path class="mark-wave" d="M5 19c3.500-5 7-5 10.500 0s7 5 11.500-1"/><circle class="mark-sun" cx="22.500" cy="10" r="2.800"/></svg>`;
