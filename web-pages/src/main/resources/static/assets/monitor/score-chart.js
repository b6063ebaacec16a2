import { html, svg } from 'lit';
import { PageElement } from '../shared/page-element.js';
import { number, say } from '../shared/texts.js';

const HEIGHT = 60;
const WIDTH = 20;

/** How many reached how many percent, in ten steps: as bars and as a table. */
class ScoreChart extends PageElement {
  static properties = { distribution: { attribute: false } };

  render() {
    const { buckets, passPercentage } = this.distribution;
    const most = Math.max(1, ...buckets.map(({ passed, failed }) => passed + failed));
    return html`<figure class="chart">
      <figcaption>
        <h2>${say('monitor.scores')}</h2>
        <p class="hint">${say('monitor.scores.what', { n: number(passPercentage) })}</p>
      </figcaption>
      <svg viewBox="0 0 ${buckets.length * WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
        ${buckets.map((bucket, index) => bars(bucket, index, most))}
      </svg>
      <div class="axis" aria-hidden="true"><span>${percent(0)}</span><span>${percent(100)}</span></div>
      <details>
        <summary>${say('monitor.chart.table')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">${say('monitor.results.percent')}</th>
              <th scope="col">${say('result.Pass')}</th>
              <th scope="col">${say('result.Fail')}</th>
            </tr>
          </thead>
          <tbody>
            ${buckets.map(
              ({ from, to, passed, failed }) => html`<tr>
                <th scope="row">${number(from)}–${percent(to)}</th>
                <td>${number(passed)}</td>
                <td>${number(failed)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </details>
    </figure>`;
  }
}

function percent(value) {
  return say('monitor.percent', { n: number(value) });
}

/** Who passed stands on who did not. */
function bars({ passed, failed }, index, most) {
  const tall = (count) => (count / most) * (HEIGHT - 4);
  const x = index * WIDTH + 1;
  return svg`<rect class="failed" x=${x} y=${HEIGHT - tall(failed)} width=${WIDTH - 2} height=${tall(failed)}></rect>
    <rect class="passed" x=${x} y=${HEIGHT - tall(failed) - tall(passed)} width=${WIDTH - 2} height=${tall(passed)}></rect>`;
}

customElements.define('score-chart', ScoreChart);
