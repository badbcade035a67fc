/// What moves the page: it sends what the hand has set, one request at a time, and puts in what comes back.
///
/// Nothing is computed here, and nothing comes from elsewhere.
enum PageScript {
  static let text = #"""
    const root = document.documentElement;
    const find = (id) => document.getElementById(id);
    const sliders = [...document.querySelectorAll('input[data-lever]')];
    const fields = [...document.querySelectorAll('input[data-figure]')];
    const words = find('words').dataset;
    const narrow = matchMedia('(max-width: 560px)');
    const parts = ['targets', 'histogram', 'fan', 'contributions', 'comparison'];

    // Values by path, as the scenario file writes them; only those that differ from it.
    let settings = {};
    // Where the hand was before it began to move, and what is kept for comparison.
    let resting = {};
    let ghost = null;
    let kept = null;
    let isMoving = false;
    // What is on the page, as it came.
    const shown = {};
    let isAsking = false;
    let isStale = false;

    const exact = (slider) => find(slider.id + '-number');
    const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

    // Where a slider stands, on round numbers: at its ends and where it began on those of the scenario.
    function rounded(slider) {
      const value = Number(slider.value);
      const step = Number(slider.dataset.step);
      if (Math.abs(value - Number(slider.dataset.initial)) < step / 2) return slider.dataset.initial;
      const near = Math.round(value / step) * step;
      if (near <= Number(slider.min)) return slider.min;
      if (near >= Number(slider.max)) return slider.max;
      return String(Number(near.toPrecision(12)));
    }

    function mark(input) {
      const isSet = input.dataset.path in settings;
      input.closest('.lever, .field').classList.toggle('moved', isSet);
    }

    function showSlider(slider) {
      const text = settings[slider.dataset.path];
      const number = text === undefined ? slider.dataset.initial
        : text.slice(0, text.length - slider.dataset.suffix.length);
      slider.value = number;
      exact(slider).value = number;
      slider.setAttribute('aria-valuetext', number + slider.dataset.suffix);
      mark(slider);
    }

    function showField(field) {
      const text = settings[field.dataset.path];
      field.value = text === undefined ? field.dataset.initial
        : text.slice(0, text.length - field.dataset.suffix.length);
      mark(field);
    }

    function showAll() {
      sliders.forEach(showSlider);
      fields.forEach(showField);
    }

    function set(input, number) {
      if (!isMoving) { isMoving = true; ghost = resting; }
      const next = { ...settings };
      if (number === '' || Number(number) === Number(input.dataset.initial)
        || number === input.dataset.initial) {
        delete next[input.dataset.path];
      } else {
        next[input.dataset.path] = number + input.dataset.suffix;
      }
      settings = next;
      mark(input);
      ask();
    }

    function rest() { isMoving = false; resting = settings; remember(); }

    function remember() {
      try { sessionStorage.setItem('growth', JSON.stringify({ settings, kept, name: find('name').value })); }
      catch { /* The page works without memory. */ }
    }

    function recall() {
      try {
        const known = JSON.parse(sessionStorage.getItem('growth') ?? '{}');
        const paths = new Set([...sliders, ...fields].map((input) => input.dataset.path));
        const own = (values) => Object.fromEntries(
          Object.entries(values ?? {}).filter(([path]) => paths.has(path)));
        settings = own(known.settings);
        kept = known.kept ? own(known.kept) : null;
        if (known.name) find('name').value = known.name;
      } catch { settings = {}; kept = null; }
      resting = settings;
    }

    async function post(path, body) {
      const options = { method: 'POST', headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body) };
      // A connection that had been idle may end just now: the question can be asked twice.
      try { return await fetch(path, options); } catch { return await fetch(path, options); }
    }

    async function ask() {
      if (isAsking) { isStale = true; return; }
      isAsking = true;
      do {
        isStale = false;
        const asked = settings;
        const begin = performance.now();
        try {
          const response = await post('/answer', { language: root.lang, settings: asked, ghost, kept,
            narrow: narrow.matches });
          if (response.ok) show(await response.json(), begin);
          else if (!isStale) complain(await response.text());
        } catch {
          if (!isStale) complain(words.unreachable);
        }
      } while (isStale);
      isAsking = false;
    }

    function complain(text) {
      find('problem').textContent = text.trim();
      root.dataset.problem = Number(root.dataset.problem ?? 0) + 1;
    }

    function show(answer, begin) {
      find('problem').textContent = '';
      if (shown.verdict !== answer.verdict) find('verdict').innerHTML = shown.verdict = answer.verdict;
      for (const part of parts) {
        const place = find(part);
        if (shown[part] !== answer[part]) place.innerHTML = shown[part] = answer[part];
      }
      const whole = Math.round(performance.now() - begin);
      find('answer-time').textContent = words.time.replace('{}', whole);
      root.dataset.serverTime = answer.milliseconds;
      root.dataset.answer = Number(root.dataset.answer) + 1;
    }

    for (const slider of sliders) {
      slider.addEventListener('input', () => {
        const number = rounded(slider);
        exact(slider).value = number;
        slider.setAttribute('aria-valuetext', number + slider.dataset.suffix);
        set(slider, number);
      });
      slider.addEventListener('change', rest);
      exact(slider).addEventListener('change', () => {
        if (exact(slider).value === '') exact(slider).value = slider.dataset.initial;
        slider.value = exact(slider).value;
        slider.setAttribute('aria-valuetext', exact(slider).value + slider.dataset.suffix);
        set(slider, exact(slider).value);
        rest();
      });
    }
    for (const field of fields) {
      field.addEventListener('change', () => {
        if (field.value === '') field.value = field.dataset.initial;
        set(field, field.value);
        rest();
      });
    }

    find('reset').addEventListener('click', () => {
      ghost = resting;
      settings = {};
      showAll();
      rest();
      ask();
    });

    function showKept() {
      find('keep').textContent = kept ? words.again : words.keep;
      find('forget').hidden = !kept;
      remember();
    }
    find('keep').addEventListener('click', () => { kept = settings; showKept(); ask(); });
    find('forget').addEventListener('click', () => {
      kept = null;
      showKept();
      find('keep').focus();
      ask();
    });

    find('name').addEventListener('change', remember);
    find('save').addEventListener('click', async () => {
      try {
        const response = await post('/scenario',
          { language: root.lang, settings, name: find('name').value });
        if (!response.ok) { complain(await response.text()); return; }
        const link = document.createElement('a');
        link.href = URL.createObjectURL(await response.blob());
        link.download = words.file;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 1000);
      } catch { complain(words.unreachable); }
    });

    narrow.addEventListener('change', ask);
    recall();
    showAll();
    showKept();
    ask();
    """#
}
