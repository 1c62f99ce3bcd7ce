// Makes pages friendlier; everything works without it.

const thai = document.documentElement.lang === 'th';
const digits = thai ? 'th-TH-u-nu-thai' : 'en-GB';

// Files together of at least this size go in parts, by tus: a line that breaks costs one part, and a page that was closed goes on.
const smallest = 2_000_000, part = 4_000_000, longestPause = 30_000, patience = 600_000;
const tus = { 'Tus-Resumable': '1.0.0' };
const percent = new Intl.NumberFormat(digits, { style: 'percent' });

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
  return { known, id: address.slice(address.lastIndexOf('/') + 1) };
}

async function offsetOf(address) {
  const answer = await fetch(address, { method: 'HEAD', headers: tus }).catch(() => null);
  return answer?.ok ? Number(answer.headers.get('Upload-Offset')) : null;
}

// What a page shows is taken from its newer self, region by region; what somebody works in stays as it is.
function take(fresh) {
  let left = 0;
  for (const region of document.querySelectorAll('[data-fresh]')) {
    const newer = fresh.getElementById(region.id);
    if (!newer || newer.isEqualNode(region)) continue;
    if (region.contains(document.activeElement) || region.querySelector('details[open]')) left++;
    else region.replaceWith(newer);
  }
  const [old, now] = [document, fresh].map(page => page.querySelector('.fresh'));
  if (!old || !now) return;
  old.classList.toggle('newer', left > 0);
  if (!left) old.replaceChildren(...now.childNodes);
}

const parsed = async answer => new DOMParser().parseFromString(await answer.text(), 'text/html');

const live = document.querySelector('[data-live]')?.dataset.live;
if (live) {
  // A browser has six connections to us in all: a page that nobody looks at holds none, and asks for what it missed when it is looked at again.
  const shortest = 3_000;
  let line = null, told = null, again = 0, pause = shortest;
  const close = () => { line?.close(); line = null; clearTimeout(again); };
  const open = () => {
    close();
    if (document.hidden) return;
    line = new EventSource(told ? live.replace(/after=\d+b?/, `after=${told}`) : live);
    line.onmessage = async event => {
      [told, pause] = [event.lastEventId, shortest];
      const answer = await fetch(location.pathname + location.search).catch(() => null);
      if (answer?.ok) take(await parsed(answer));
    };
    // A line that breaks the browser takes up by itself; one that was refused stays closed, and is asked for ever more seldom.
    line.onerror = () => {
      if (line?.readyState !== EventSource.CLOSED) return;
      close();
      again = setTimeout(open, pause);
      pause = Math.min(pause * 2, longestPause * 4);
    };
  };
  document.addEventListener('visibilitychange', open);
  addEventListener('pagehide', close);
  addEventListener('pageshow', event => { if (event.persisted) open(); });
  open();
}

for (const form of document.querySelectorAll('form[data-upload]')) {
  const inputs = [...form.querySelectorAll('input[type=file]')];
  const drop = form.querySelector('.drop');
  const chosen = form.querySelector('.chosen');
  const progress = form.querySelector('progress');
  const buttons = [...form.querySelectorAll('button')].map(button => ({ button, words: [...button.childNodes] }));
  const filesOf = () => inputs.flatMap(input => [...input.files]);

  const show = () => chosen.replaceChildren(...filesOf().map(file => {
    const item = document.createElement('li');
    item.textContent = `${file.name} (${Math.max(1, Math.round(file.size / 1000)).toLocaleString(digits)} ${thai ? 'กิโลไบต์' : 'kB'})`;
    return item;
  }));
  for (const input of inputs) input.addEventListener('change', show);

  for (const name of ['dragover', 'dragleave', 'drop']) drop.addEventListener(name, event => {
    event.preventDefault();
    drop.classList.toggle('over', name === 'dragover');
  });
  drop.addEventListener('drop', event => {
    if (!event.dataTransfer.files.length) return;
    inputs[0].files = event.dataTransfer.files;
    show();
  });

  const wait = (button, text, share) => {
    for (const { button: each } of buttons) each.disabled = true;
    button.textContent = text;
    progress.hidden = false;
    if (share === undefined) progress.removeAttribute('value');
    else progress.value = share;
  };
  const ready = () => {
    for (const { button, words } of buttons) { button.disabled = false; button.replaceChildren(...words); }
    progress.hidden = true;
    show();
  };

  form.addEventListener('submit', async event => {
    const button = event.submitter ?? buttons[0].button;
    const trial = button.name === 'check';
    const files = filesOf();
    const inParts = files.reduce((sum, file) => sum + file.size, 0) >= smallest;
    if (!trial && !inParts) { setTimeout(() => wait(button, button.dataset.busy)); return; }
    event.preventDefault();
    const fields = new FormData(form);
    if (trial) fields.append('check', '1');
    try {
      if (inParts) {
        const named = [];
        for (const file of files) named.push(await sendInParts(form.dataset.upload, file, share => wait(button, `${file.name} ${percent.format(share)}`, share)));
        fields.delete('files');
        fields.append('uploads', named.map(one => one.id).join(','));
        // Once it is sent in, the file is no longer there to go on with; what was only checked is sent from where it lies.
        if (!trial) for (const one of named) localStorage.removeItem(one.known);
      }
      wait(button, button.dataset.busy);
      const answer = await fetch(form.action, { method: 'POST', body: fields });
      if (!trial && answer.redirected) { location.assign(answer.url.includes('#') ? answer.url : `${answer.url}#result`); return; }
      const result = (await parsed(answer)).getElementById('result');
      if (!result) throw new Error(answer.status);
      document.getElementById('result')?.remove();
      document.querySelector('main > .title').after(result);
      ready();
      result.scrollIntoView();
      result.focus({ preventScroll: true });
    } catch {
      // Refused, or the line stayed away too long: the plain form says why, or sends it after all.
      ready();
      if (trial) {
        const check = document.createElement('input');
        Object.assign(check, { type: 'hidden', name: button.name, value: button.value });
        form.append(check);
        addEventListener('pageshow', () => check.remove(), { once: true });
      }
      form.submit();
    }
  });
  // A page that comes back from the browser's memory is ready to send again.
  addEventListener('pageshow', ready);
}

// A link to one indicator or delivery opens what hides it.
const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
if (target) { target.closest('details')?.setAttribute('open', ''); target.focus({ preventScroll: true }); }
