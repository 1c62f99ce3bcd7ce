// Makes sending files friendlier; everything works without it.
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
  form.addEventListener('submit', () => {
    button.disabled = true;
    button.textContent = button.dataset.busy;
  });
  // A page that comes back from the browser's memory is ready to send again.
  addEventListener('pageshow', () => { button.disabled = false; button.innerHTML = words; show(); });
}

// A link to one indicator or delivery opens what hides it.
const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
if (target) { target.closest('details')?.setAttribute('open', ''); target.focus({ preventScroll: true }); }
