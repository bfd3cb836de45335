/** An answer that is not a success, as RFC 9457 says it; `name` is the last part of its type. */
export class Problem extends Error {
  constructor(status, body = {}) {
    super(body.detail || body.title || 'Something went wrong.');
    this.status = status;
    this.name = String(body.type ?? '').split(':').pop() || 'unknown';
    this.title = body.title ?? 'Something went wrong';
    this.errors = body.errors ?? [];
    this.body = body;
  }
}

/** Nothing came back at all. */
export const unreachable = () => new Problem(0, {
  type: 'urn:rentwave:problem:unreachable',
  title: 'No connection',
  detail: 'RentWave cannot be reached at the moment. Check your connection and try again.',
});

const SENTENCES = {
  'already-rented': 'These days have just been rented by somebody else.',
  'not-available': 'This is not on offer at the moment: its owner has paused it.',
  'own-item': 'This is yours. You cannot rent your own things.',
  'insufficient-funds': 'There is not enough money in your wallet.',
  'balance-negative': 'Your wallet is below zero. Top it up before you rent again.',
  'too-late-to-cancel': 'The rental has already begun, so it can no longer be cancelled. Return it instead.',
  'precondition-failed': 'This was changed elsewhere in the meantime.',
  'wrong-credentials': 'E-mail or password is wrong.',
  'email-taken': 'There is already an account with this e-mail address. Sign in instead.',
  'validation-failed': 'Please look at the marked fields.',
  'internal-error': 'Something went wrong on our side. Please try again.',
  unavailable: 'RentWave is busy at the moment. Nothing was changed; please try again.',
  'backend-unavailable': 'RentWave did not answer in time. Please try again.',
};

/** What to tell a person. */
export const sentence = (problem) =>
  problem instanceof Problem ? SENTENCES[problem.name] ?? problem.message : 'Something went wrong. Please reload the page.';
