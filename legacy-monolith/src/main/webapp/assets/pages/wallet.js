import { html, nothing } from '../lib/lit-html.js';
import { get, post } from '../core/api.js';
import { Form } from '../core/form.js';
import { amountOf, price, signed, time } from '../core/format.js';
import { onNotification } from '../core/live.js';
import { loaded, more, paged, show } from '../core/load.js';
import { CURRENCIES, MOVEMENTS } from '../core/words.js';
import { empty, rowSkeleton } from '../ui/card.js';
import { say } from '../ui/layer.js';

const QUICK = [2000, 5000, 10_000, 20_000];

export default function wallet({ update }) {
  const balances = loaded(update, async () => (await get('/wallet')).balances);
  const movements = paged(update, '/wallet/transactions');
  const form = new Form(update);
  const again = () => Promise.all([balances.reload(), movements.reload()]);
  const stop = onNotification((notification) => notification && again());

  const check = (data) => {
    const amount = amountOf(data.get('amount'), data.get('currency'));
    return amount >= 1 ? {} : { amount: 'must be like 50 or 50.00' };
  };
  const topUp = form.submit(check, async (data) => {
    const currency = data.get('currency');
    const { amount, balance } = await post('/wallet/top-ups', { amount: amountOf(data.get('amount'), currency), currency });
    say(`${price(amount, currency)} added. You have ${price(balance, currency)} now.`);
    document.getElementById('f-amount').value = '';
    await again();
  });
  const quick = (amount) => () => {
    document.getElementById('f-amount').value = String(amount / 100);
    document.getElementById('f-amount').focus();
  };

  const purse = (list) => (list.length === 0
    ? html`<p class="balance">${price(0, 'EUR')}</p><p class="soft">Nothing in your wallet yet.</p>`
    : list.map(({ currency, amount }) => html`<p class="balance ${amount < 0 ? 'bad-text' : ''}">${price(amount, currency)}</p>
      ${amount < 0 ? html`<p class="form-message bad">Your wallet is below zero because of late fees. Top up ${price(-amount, currency)} to rent again.</p>` : nothing}`));

  const row = (movement) => html`<tr><td><span class="tag ${movement.kind === 'LATE_FEE' ? 'late' : ''}">${MOVEMENTS[movement.kind] ?? movement.kind}</span></td>
    <td>${movement.rentalId ? html`<a href="/rentals/${movement.rentalId}">Rental ${movement.rentalId}</a>` : html`<span class="soft">Wallet</span>`}</td>
    <td class="soft">${time(movement.createdAt)}</td>
    <td class="number ${movement.amount > 0 ? 'in' : ''}">${signed(movement.amount, movement.currency)}</td></tr>`;

  const history = (items) => (items.length === 0
    ? empty('No movements yet', 'Top-ups, rents and refunds are listed here.')
    : html`<div class="scroll" tabindex="0" role="region" aria-label="Movements"><table class="list"><thead><tr><th scope="col">What</th><th scope="col">For</th><th scope="col">When</th><th scope="col" class="number">Amount</th></tr></thead>
      <tbody>${items.map(row)}</tbody></table></div>${more(movements)}`);

  return {
    title: () => 'Wallet',
    leave: stop,
    view: () => html`<h1 tabindex="-1">Wallet</h1>
      <div class="two">
        <section class="panel purse" aria-label="Balance"><h2 class="soft-title">Balance</h2>${show(balances, html`<p class="bone line tall"></p>`, purse)}</section>
        <section class="panel" aria-labelledby="top-up"><h2 id="top-up">Top up</h2>
          <form novalidate @submit=${topUp}>
            <p class="chips">${QUICK.map((amount) => html`<button class="chip" type="button" @click=${quick(amount)}>${amount / 100}</button>`)}</p>
            <div class="grid">${form.field('amount', 'Amount', { inputmode: 'decimal', autocomplete: 'off' })}
              ${form.field('currency', 'Currency', { value: 'EUR', choices: Object.fromEntries(CURRENCIES.map((code) => [code, code])) })}</div>
            ${form.notice}
            <p class="actions">${form.submitButton('Top up')}</p></form></section>
      </div>
      <h2 class="gap">Movements</h2>${show(movements, rowSkeleton(4), history)}`,
  };
}
