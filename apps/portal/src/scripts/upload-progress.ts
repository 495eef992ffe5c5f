/** Sends files with a bar that shows how far it is. Where anything is in the way, the form is sent as without JavaScript. */
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.id !== 'upload') return;
  const chosen = form.querySelector<HTMLInputElement>('input[type="file"]')?.files?.length ?? 0;
  const place = document.getElementById('upload-progress');
  if (chosen === 0 || place === null) return;
  event.preventDefault();
  send(form, new FormData(form, event.submitter), place);
});

function send(form: HTMLFormElement, data: FormData, place: HTMLElement): void {
  const bar = document.createElement('progress');
  const label = document.createElement('span');
  bar.max = 100;
  bar.setAttribute('aria-label', form.dataset['progress'] ?? '');
  place.replaceChildren(label, bar);
  const buttons = [...form.querySelectorAll('button')];
  const setBusy = (isBusy: boolean) => {
    for (const button of buttons) button.disabled = isBusy;
  };
  setBusy(true);
  const request = new XMLHttpRequest();
  request.open('POST', form.action);
  request.responseType = 'document';
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    const percent = Math.floor((loaded / total) * 100);
    bar.value = percent;
    label.textContent = `${form.dataset['progress']} ${percent}%`;
  });
  request.addEventListener('load', () => {
    if (request.status === 200) return location.assign(request.responseURL);
    const next = request.response as Document | null;
    if (next === null) return location.reload();
    document.title = next.title;
    document.body.replaceWith(document.adoptNode(next.body));
    document.getElementById('files-error')?.scrollIntoView();
  });
  request.addEventListener('error', () => {
    setBusy(false);
    place.textContent = form.dataset['failed'] ?? '';
  });
  request.send(data);
}
