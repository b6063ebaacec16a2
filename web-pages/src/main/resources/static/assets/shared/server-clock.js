/**
 * The server's time on this device (R10). The device's own clock may be wrong, may be changed while the page is open,
 * and stands still while the device sleeps; so the server's time is carried on by the monotonic clock, and whenever the
 * two clocks of the device disagree about how much time went by, the page is asked to look at the server again.
 */
const DISAGREEMENT = 2_000;

export class ServerClock extends EventTarget {
  #serverTime = Date.now();
  #monotonic = performance.now();
  #wall = Date.now();
  #roundTrip = Infinity;

  /**
   * @param serverTime as told by a reply
   * @param roundTrip milliseconds between asking and hearing; the reply is taken to be half of it old
   */
  heard(serverTime, roundTrip) {
    const told = Date.parse(serverTime);
    if (Number.isNaN(told)) {
      return;
    }
    // A slow reply says less than a quick one said before; it only counts when the quick one got old.
    const age = performance.now() - this.#monotonic;
    if (roundTrip > this.#roundTrip * 2 && roundTrip > 500 && age < 60_000) {
      return;
    }
    this.#serverTime = told + roundTrip / 2;
    this.#monotonic = performance.now();
    this.#wall = Date.now();
    this.#roundTrip = roundTrip;
  }

  now() {
    return this.#serverTime + (performance.now() - this.#monotonic);
  }

  /** Called with each tick of the page: tells whether the device slept or its clock was set. */
  check() {
    const monotonic = performance.now() - this.#monotonic;
    const wall = Date.now() - this.#wall;
    if (Math.abs(wall - monotonic) > DISAGREEMENT) {
      // After sleep the wall clock knows better; after somebody set it, it does not. Only the server can tell.
      this.#wall = Date.now() - monotonic;
      this.#roundTrip = Infinity;
      this.dispatchEvent(new Event('doubtful'));
    }
  }
}
