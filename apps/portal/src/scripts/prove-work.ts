import { solveChallenge } from 'altcha-lib/v1';

/** Solves the task of the page while the person reads it, so that the portal takes more from this address. */
const form = document.querySelector<HTMLFormElement>('form[data-challenge]');
const proof = form?.querySelector<HTMLInputElement>('input[name="proof"]');

if (form && proof && 'subtle' in crypto) {
  const { challenge = '', salt = '', signature = '', most = '0' } = form.dataset;
  const algorithm = 'SHA-256';
  void solveChallenge(challenge, salt, algorithm, Number(most)).promise.then((solved) => {
    if (solved)
      proof.value = btoa(JSON.stringify({ algorithm, challenge, salt, signature, number: solved.number }));
  });
}
