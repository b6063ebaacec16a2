import { html, nothing, svg } from 'lit';
import { PageElement } from '../shared/page-element.js';
import { number, say, timeOfDay } from '../shared/texts.js';

const HEIGHT = 60;
const WIDTH = 10;

/** How many answers came in each 20 s of the last ten minutes: as bars, in a sentence, and as a table. */
class AnswersChart extends PageElement {
  static properties = { steps: { attribute: false } };

  render() {
    const steps = this.steps ?? [];
    const seen = steps.filter(({ answers }) => answers !== null);
    const all = seen.reduce((sum, { answers }) => sum + answers, 0);
    const most = seen.reduce((top, step) => (step.answers > top.answers ? step : top), { answers: 0 });
    const summary =
      all === 0
        ? say('monitor.chart.none')
        : say('monitor.chart.summary', { n: number(all), most: number(most.answers), time: timeOfDay(most.at) });
    return html`<figure class="chart">
      <figcaption>
        <h2>${say('monitor.chart')}</h2>
        <p class="hint">${summary}</p>
      </figcaption>
      <svg viewBox="0 0 ${steps.length * WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
        ${steps.map((step, index) => bar(step, index, Math.max(1, most.answers)))}
      </svg>
      <div class="axis" aria-hidden="true">
        <span>${steps.length ? timeOfDay(steps[0].at) : nothing}</span>
        <span>${steps.length ? timeOfDay(steps.at(-1).at) : nothing}</span>
      </div>
      <details>
        <summary>${say('monitor.chart.table')}</summary>
        ${this.#table(seen)}
      </details>
    </figure>`;
  }

  #table(seen) {
    const minutes = Map.groupBy(seen, ({ at }) => Math.floor(at / 60_000) * 60_000);
    return html`<table>
      <thead>
        <tr>
          <th scope="col">${say('monitor.chart.minute')}</th>
          <th scope="col">${say('monitor.chart.answers')}</th>
        </tr>
      </thead>
      <tbody>
        ${[...minutes].reverse().map(
          ([minute, steps]) => html`<tr>
            <th scope="row">${timeOfDay(minute)}</th>
            <td>${number(steps.reduce((sum, { answers }) => sum + answers, 0))}</td>
          </tr>`,
        )}
      </tbody>
    </table>`;
  }
}

function bar({ answers }, index, most) {
  const height = answers === null ? 0 : Math.max(1, (answers / most) * (HEIGHT - 4));
  return svg`<rect x=${index * WIDTH + 1} y=${HEIGHT - height} width=${WIDTH - 2} height=${height}
    class=${answers === 0 ? 'none' : ''}></rect>`;
}

customElements.define('answers-chart', AnswersChart);
