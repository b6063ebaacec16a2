/**
 * Talks to the service for a page that is signed in by cookie: every command brings the page's token against forgery.
 * A reply is a value whatever its status; only a request that got no reply at all throws.
 */

/** Nothing came back: the command may or may not have been stored, so whoever sent it repeats it. */
export class Unreachable extends Error {}

export class Reply {
  /** @param roundTrip milliseconds from asking to hearing */
  constructor(status, body, headers, roundTrip) {
    this.status = status;
    this.body = body;
    this.headers = headers;
    this.roundTrip = roundTrip;
  }

  get ok() {
    return this.status >= 200 && this.status < 300;
  }

  /** The stable code of a problem, or an empty text. */
  get code() {
    return this.ok ? '' : (this.body?.code ?? '');
  }

  /** Whether the same request may be answered otherwise a little later. */
  get passing() {
    return this.status === 429 || this.status >= 500;
  }

  /** How long the server asks to wait, in milliseconds, or undefined. */
  get retryAfter() {
    const seconds = Number(this.headers?.get('Retry-After'));
    return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined;
  }
}

const PATIENCE = 10_000;

export class Api extends EventTarget {
  #csrf = null;

  /** Who is signed in, or null. Throws Unreachable. */
  async me() {
    const reply = await this.get('/me');
    this.#csrf = reply.ok ? reply.body.csrf : null;
    remember(reply.ok);
    return reply.ok ? reply.body : null;
  }

  /** The same, but who never signed in here is not even asked for. */
  async meIfEver() {
    return wasSignedIn() ? this.me() : null;
  }

  get csrf() {
    return this.#csrf;
  }

  async signIn(username, password) {
    const reply = await this.#send('POST', '/sign-in', { username, password }, {});
    return reply.ok ? this.me() : reply;
  }

  async signOut() {
    await this.#command('POST', '/sign-out', undefined, {});
    this.#csrf = null;
    remember(false);
  }

  /** @param options patience: milliseconds until a reply is not waited for any longer */
  get(path, headers = {}, options = {}) {
    return this.#send('GET', '/api/v1' + path, undefined, { ...options, headers });
  }

  /** @param options key: UUID that makes a repeat harmless; keepalive: goes on when the page is gone */
  post(path, body, options = {}) {
    return this.#command('POST', '/api/v1' + path, body, options);
  }

  put(path, body, options = {}) {
    return this.#command('PUT', '/api/v1' + path, body, options);
  }

  remove(path, body, options = {}) {
    return this.#command('DELETE', '/api/v1' + path, body, options);
  }

  /** A token belongs to a sign-in: after a new one in another tab, ours is stale and is fetched once again. */
  async #command(method, path, body, options) {
    const first = await this.#send(method, path, body, options);
    if (first.status !== 403 || options.keepalive) {
      return first;
    }
    const stale = this.#csrf;
    await this.me();
    return this.#csrf && this.#csrf !== stale ? this.#send(method, path, body, options) : first;
  }

  async #send(method, path, body, { key, keepalive = false, headers = {}, patience = PATIENCE }) {
    const sent = { Accept: 'application/json', ...headers };
    const isFile = body instanceof Blob;
    if (body !== undefined) {
      // What a file is, its bytes say; a browser only knows its name.
      sent['Content-Type'] = isFile ? 'application/octet-stream' : 'application/json';
    }
    if (key) {
      sent['Idempotency-Key'] = key;
    }
    if (method !== 'GET' && this.#csrf) {
      sent['X-CSRF-TOKEN'] = this.#csrf;
    }
    const asked = [performance.now(), Date.now()];
    let response;
    let text;
    try {
      response = await fetch(path, {
        method,
        headers: sent,
        body: body === undefined || isFile ? body : JSON.stringify(body),
        credentials: 'same-origin',
        cache: 'no-store',
        keepalive,
        signal: keepalive ? undefined : AbortSignal.timeout(patience),
      });
      text = await response.text();
    } catch (noReply) {
      throw new Unreachable(path, { cause: noReply });
    }
    const heard = isLines(response) ? text.split('\n').filter((line) => line !== '') : parsed(text);
    const reply = new Reply(response.status, heard, response.headers, roundTrip(asked));
    if (reply.status === 401 && path !== '/sign-in') {
      this.dispatchEvent(new Event('signed-out'));
    }
    return reply;
  }
}

/** Some monotonic clocks stand still while the device sleeps; the other clock tells then how old a reply is. */
function roundTrip([monotonic, wall]) {
  return Math.max(performance.now() - monotonic, Date.now() - wall);
}

/** The cookie cannot be seen from here, so whether there may be one is noted beside it. */
const SIGNED_IN = 'exam-ledger.signed-in';

function wasSignedIn() {
  try {
    return localStorage.getItem(SIGNED_IN) !== null;
  } catch {
    return true;
  }
}

function remember(signedIn) {
  try {
    signedIn ? localStorage.setItem(SIGNED_IN, 'yes') : localStorage.removeItem(SIGNED_IN);
  } catch {
    // Then it is asked each time.
  }
}

/** Many values, a line each, are left as lines: a reader may want to take them one by one. */
function isLines(response) {
  return response.headers.get('Content-Type')?.startsWith('application/x-ndjson') ?? false;
}

function parsed(text) {
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}
