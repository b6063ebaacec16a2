/** Of all tabs of this browser that have a session open, one leads (Web Locks); who comes later may take it from there. */
export class TabLead {
  #name;
  #letGo = () => {};

  constructor(sessionId) {
    this.#name = `exam-ledger:${sessionId}`;
  }

  /**
   * @param steal whether a tab that leads has to give way
   * @param leads called when this tab leads
   * @param follows called when another tab leads, now or later
   */
  take(steal, leads, follows) {
    this.letGo();
    const held = new Promise((resolve) => (this.#letGo = resolve));
    navigator.locks
      .request(this.#name, steal ? { steal } : { ifAvailable: true }, (lock) => {
        if (lock === null) {
          follows();
          return undefined;
        }
        leads();
        return held;
      })
      .catch(follows);
  }

  letGo() {
    this.#letGo();
  }
}
