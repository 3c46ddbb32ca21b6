// The live parts of the Inspect page, as elements: enhanced navigation inserts markup but runs no scripts of a page.

class Live extends HTMLElement {
  connectedCallback() {
    this.refresh();
  }

  // The next look is two seconds after this one has ended, and only while somebody looks and the element is there.
  async refresh() {
    if (document.visibilityState == 'visible') {
      try {
        await this.look();
      } catch {
        // The site is restarting; the next look will tell.
      }
    }
    if (this.isConnected) this.timer = setTimeout(() => this.refresh(), 2000);
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
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
    // Removed while it was fetching: then there is nothing to show.
    if (this.isConnected) this.replaceChildren(scroll);
  }
}

customElements.define('inspect-state', class extends Live {
  async look() {
    this.dataset.label = 'Your state';
    this.show(['Id', 'Verdict', 'Reason'], await (await fetch('/inspect/state')).json(), '');
  }
});

customElements.define('inspect-storage', class extends Live {
  async look() {
    this.dataset.label = 'Stored in your browser';
    const cookies = document.cookie.split('; ').filter(Boolean).map(pair => ['cookie', ...pair.split(/=(.*)/s, 2)]);
    const stored = (kind, storage) => Object.entries(storage).map(([name, value]) => [kind, name, value]);
    const databases = (await indexedDB.databases?.() ?? []).map(database => ['IndexedDB', database.name, `version ${database.version}`]);
    this.show(['Kind', 'Name', 'Value'], [...cookies, ...stored('local', localStorage), ...stored('session', sessionStorage), ...databases],
      'Nothing that scripts can see.');
  }
});

customElements.define('inspect-requests', class extends Live {
  async look() {
    this.dataset.label = 'Requests that reached the third parties';
    const requests = await (await fetch('/inspect/requests')).json();
    this.show(['Time (UTC)', 'Host', 'Request'], requests.map(request =>
      [request.at.slice(11, 19), request.host, `${request.method} ${request.path}`]), 'None yet.');
  }
});
