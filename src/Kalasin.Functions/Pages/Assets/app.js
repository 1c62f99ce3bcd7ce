// Makes sending files friendlier; everything works without it.

// Files together of at least this size go in parts, by tus: a line that breaks costs one part, and a page that was closed goes on.
const smallest = 2_000_000, part = 4_000_000, longestPause = 30_000, patience = 600_000;
const tus = { 'Tus-Resumable': '1.0.0' };
const percent = new Intl.NumberFormat('th-TH-u-nu-thai', { style: 'percent' });

async function sendInParts(uploads, file, show) {
  const known = `${uploads} ${file.name} ${file.size} ${file.lastModified}`;
  let address = localStorage.getItem(known);
  let offset = address ? await offsetOf(address) : null;
  if (offset === null) {
    const name = btoa(String.fromCharCode(...new TextEncoder().encode(file.name)));
    const begun = await fetch(uploads, { method: 'POST', headers: { ...tus, 'Upload-Length': file.size, 'Upload-Metadata': `filename ${name}` } });
    if (begun.status !== 201) throw new Error(begun.status);
    address = begun.headers.get('Location');
    offset = 0;
    localStorage.setItem(known, address);
  }
  for (let pause = 1000, since = Date.now(); offset < file.size;) {
    show(offset / file.size);
    const answer = await fetch(address, {
      method: 'PATCH', body: file.slice(offset, offset + part),
      headers: { ...tus, 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': offset },
    }).catch(() => null);
    if (answer?.status === 204) {
      offset = Number(answer.headers.get('Upload-Offset'));
      pause = 1000;
      since = Date.now();
      continue;
    }
    if (answer && answer.status < 500 && answer.status !== 409 && answer.status !== 429 || Date.now() - since > patience) throw new Error(answer?.status);
    await new Promise(resume => setTimeout(resume, pause));
    pause = Math.min(pause * 2, longestPause);
    offset = await offsetOf(address) ?? offset;
  }
  localStorage.removeItem(known);
  return address.slice(address.lastIndexOf('/') + 1);
}

async function offsetOf(address) {
  const answer = await fetch(address, { method: 'HEAD', headers: tus }).catch(() => null);
  return answer?.ok ? Number(answer.headers.get('Upload-Offset')) : null;
}

for (const form of document.querySelectorAll('form[data-upload]')) {
  const input = form.querySelector('input[type=file]');
  const drop = form.querySelector('.drop');
  const chosen = form.querySelector('.chosen');
  const button = form.querySelector('button');

  const show = () => chosen.replaceChildren(...[...input.files].map(file => {
    const item = document.createElement('li');
    item.textContent = `${file.name} (${Math.max(1, Math.round(file.size / 1000)).toLocaleString('th-TH-u-nu-thai')} กิโลไบต์)`;
    return item;
  }));
  input.addEventListener('change', show);

  for (const name of ['dragover', 'dragleave', 'drop']) drop.addEventListener(name, event => {
    event.preventDefault();
    drop.classList.toggle('over', name === 'dragover');
  });
  drop.addEventListener('drop', event => {
    if (!event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    show();
  });

  const words = button.innerHTML;
  const wait = text => { button.disabled = true; button.textContent = text; };
  form.addEventListener('submit', async event => {
    wait(button.dataset.busy);
    const files = [...input.files];
    if (files.reduce((sum, file) => sum + file.size, 0) < smallest) return;
    event.preventDefault();
    try {
      const named = [];
      for (const file of files) named.push(await sendInParts(form.dataset.upload, file, share => wait(`${file.name} ${percent.format(share)}`)));
      const field = Object.assign(document.createElement('input'), { type: 'hidden', name: 'uploads', value: named.join(',') });
      form.append(field);
      input.disabled = true;
      wait(button.dataset.busy);
      form.submit();
    } catch {
      // Refused, or the line stayed away too long: the plain form says why, or sends it after all.
      form.submit();
    }
  });
  // A page that comes back from the browser's memory is ready to send again.
  addEventListener('pageshow', () => { button.disabled = false; button.innerHTML = words; show(); });
}

// A link to one indicator or delivery opens what hides it.
const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
if (target) { target.closest('details')?.setAttribute('open', ''); target.focus({ preventScroll: true }); }
