// The live parts of the Inspect page, as elements: enhanced navigation inserts markup but runs no scripts of a page.

class Live extends HTMLElement {
  connectedCallback() {
    this.refresh();
    this.changed = () => this.refresh();
    document.addEventListener('ic:settled', this.changed);
    // Every two seconds at most, and only while somebody looks.
    this.timer = setInterval(() => document.visibilityState == 'visible' && this.refresh(), 2000);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
    document.removeEventListener('ic:settled', this.changed);
  }

  show(heads, rows, none) {
    const text = JSON.stringify(rows);
    if (text == this.text) return;
    this.text = text;
    if (!rows.length) {
      const nothing = document.createElement('p');
      nothing.textContent = none;
      this.replaceChildren(nothing);
      return;
    }
    const table = document.createElement('table');
    const head = table.createTHead().insertRow();
    for (const title of heads) head.append(Object.assign(document.createElement('th'), { textContent: title, scope: 'col' }));
    const body = table.createTBody();
    for (const row of rows) {
      const line = body.insertRow();
      for (const value of row) line.insertCell().textContent = value;
    }
    const scroll = Object.assign(document.createElement('div'), { className: 'scroll', tabIndex: 0, role: 'region' });
    scroll.setAttribute('aria-label', this.dataset.label);
    scroll.append(table);
    this.replaceChildren(scroll);
  }
}

class Fetched extends Live {
  async refresh() {
    // Never more than one request under way, and at most one in two seconds.
    if (this.busy || Date.now() - this.last < 1900) return;
    this.busy = true;
    try {
      const answer = await fetch(this.address);
      this.display(await answer.json());
      this.last = Date.now();
    } catch {
      // The site is restarting; the next refresh will tell.
    }
    this.busy = false;
  }
}

customElements.define('inspect-state', class extends Fetched {
  address = '/inspect/state';

  display(verdicts) {
    this.dataset.label = 'Your state';
    this.show(['Id', 'Verdict', 'Reason'], verdicts, '');
  }
});

customElements.define('inspect-storage', class extends Live {
  refresh() {
    this.dataset.label = 'Stored in your browser';
    const cookies = document.cookie.split('; ').filter(Boolean).map(pair => ['cookie', ...pair.split(/=(.*)/s, 2)]);
    const stored = (kind, storage) => Object.entries(storage).map(([name, value]) => [kind, name, value]);
    this.show(['Kind', 'Name', 'Value'], [...cookies, ...stored('local', localStorage), ...stored('session', sessionStorage)],
      'Nothing that scripts can see.');
  }
});

customElements.define('inspect-requests', class extends Fetched {
  address = '/inspect/requests';

  display(requests) {
    this.dataset.label = 'Requests that reached the third parties';
    this.show(['Time (UTC)', 'Host', 'Request'], requests.map(request =>
      [request.at.slice(11, 19), request.host, `${request.method} ${request.path}`]), 'None yet.');
  }
});
