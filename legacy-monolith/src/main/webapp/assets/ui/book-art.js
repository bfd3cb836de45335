import { svg, html } from '../lib/lit-html.js';
import { paint } from './vehicle-art.js';

const PATTERNS = [
  svg`<path d="M0 150q20-18 40 0t40 0 40 0v40H0z"/><path d="M0 162q20-18 40 0t40 0 40 0v28H0z" opacity=".6"/>`,
  svg`<circle cx="60" cy="150" r="44"/><circle cx="60" cy="150" r="28" class="cover-ground"/>`,
  svg`<path d="M0 180 60 118l60 62z"/><path d="M44 180l38-40 38 40z" opacity=".6"/>`,
  svg`<path d="M14 132h92v6H14zm0 16h92v6H14zm0 16h60v6H14z"/>`,
];

const number = (isbn) => [...String(isbn)].reduce((sum, digit) => sum * 7 + (Number(digit) || 0), 1) % 9_973;

/** A made-up cover with the book's own title on it. */
export function bookArt({ isbn, title, authors = [] }) {
  const seed = number(isbn);
  return html`<div class="art shelf scene-${seed % 3}" aria-hidden="true"><div class="cover paint-${paint(seed)}">
    <svg viewBox="0 0 120 180" preserveAspectRatio="none"><rect class="cover-ground" width="120" height="180"/><g class="cover-pattern">${PATTERNS[seed % PATTERNS.length]}</g><path class="cover-spine" d="M7 0v180"/></svg>
    <span class="cover-title">${title}</span><span class="cover-author">${authors[0] ?? ''}</span></div></div>`;
}
