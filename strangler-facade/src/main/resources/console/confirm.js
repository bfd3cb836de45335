// What matters is confirmed by typing what is meant.
import { byId } from './dom.js';

const dialog = byId('confirm');
const input = byId('confirm-word');
const yes = byId('confirm-yes');
let expected;
let answer;

/** Whether the user has typed the expected words; false when they changed their mind. */
export function confirmed({ title, text, words, action, danger }) {
  byId('confirm-title').textContent = title;
  byId('confirm-text').textContent = text;
  byId('confirm-expected').textContent = words;
  yes.textContent = action;
  yes.className = danger ? 'danger' : 'primary';
  yes.disabled = true;
  input.value = '';
  expected = words;
  dialog.returnValue = '';
  dialog.showModal();
  input.focus();
  return new Promise((resolve) => { answer = resolve; });
}

input.addEventListener('input', () => { yes.disabled = input.value.trim() !== expected; });
byId('confirm-no').addEventListener('click', () => dialog.close());
dialog.querySelector('form').addEventListener('submit', (event) => {
  event.preventDefault();
  if (!yes.disabled) dialog.close('yes');
});
dialog.addEventListener('close', () => answer(dialog.returnValue === 'yes'));
