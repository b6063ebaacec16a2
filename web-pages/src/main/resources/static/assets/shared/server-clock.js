/**
 * The server's time on this device (R10). The device's own clock may be wrong and may be set while the page is open, and
 * the monotonic clock of some devices stands still while they sleep. So the server's time is carried on by the monotonic
 * clock, and as soon as both clocks disagree about how much time went by, the time is in doubt until the server tells it
 * anew. Only the server can say which of the two was right.
 */

/** A browser may round, and a clock may be corrected a little. */
const DISAGREEMENT = 2_000;

const ASK_AGAIN = 5_000;

/** No reply is waited for so long: then the device slept in between, and what it says is old. */
const LONGEST_TRIP = 15_000;

export class ServerClock extends EventTarget {
  #serverTime = Date.now();
  #monotonic = performance.now();
  #wall = Date.now();
  #roundTrip = Infinity;
  #asked = -Infinity;

  /** Whether the server has not told its time yet, or the device slept or its clock was set since. */
  doubtful = true;

  /**
   * @param serverTime as told by a reply
   * @param roundTrip milliseconds between asking and hearing; the reply is taken to be half of it old
   */
  heard(serverTime, roundTrip) {
    const told = Date.parse(serverTime);
    if (Number.isNaN(told) || roundTrip > LONGEST_TRIP) {
      return;
    }
    // A slow reply says less than a quick one said before; it only counts when the quick one got old.
    const age = performance.now() - this.#monotonic;
    if (!this.doubtful && roundTrip > this.#roundTrip * 2 && roundTrip > 500 && age < 60_000) {
      return;
    }
    this.#serverTime = told + roundTrip / 2;
    this.#monotonic = performance.now();
    this.#wall = Date.now();
    this.#roundTrip = roundTrip;
    this.doubtful = false;
  }

  /** In doubt the later of what the two clocks say, so that nobody believes to have more time than he has. */
  now() {
    const { monotonic, wall } = this.#elapsed();
    return this.#serverTime + (this.doubtful ? Math.max(monotonic, wall) : monotonic);
  }

  /** Called with each tick of the page: event `doubtful`, each five seconds, while the server has to be asked. */
  check() {
    const { monotonic, wall } = this.#elapsed();
    this.doubtful ||= Math.abs(wall - monotonic) > DISAGREEMENT;
    if (this.doubtful && performance.now() - this.#asked >= ASK_AGAIN) {
      this.#asked = performance.now();
      this.dispatchEvent(new Event('doubtful'));
    }
  }

  #elapsed() {
    return { monotonic: performance.now() - this.#monotonic, wall: Date.now() - this.#wall };
  }
}
