import { html, nothing } from 'lit';
import { number, say, timeOfDay } from '../shared/texts.js';
import { isRunning, secondsLeft, troubleOf } from './seats.js';

export const columns = ['worker', 'status', 'connection', 'progress', 'last', 'left', 'score', 'actions'];

/** A worker in the list. On a narrow screen each cell says what it is. */
export function workerRow(row, now, terms, choose) {
  const trouble = troubleOf(row, now, terms);
  return html`<tr role="row" data-session=${row.sessionId} data-trouble=${trouble ?? nothing}>
    <th role="rowheader" scope="row">${row.workerName}</th>
    ${cell('status', html`<span class="status" data-status=${row.status}>${say('monitor.status.' + row.status)}</span>`)}
    ${cell('connection', connection(row, now))} ${cell('progress', progress(row))}
    ${cell('last', row.lastActivityAt ? timeOfDay(row.lastActivityAt) : '–')} ${cell('left', left(row, now, terms, trouble))}
    ${cell('score', score(row))}
    <td role="cell" class="cell actions-cell">
      <button @click=${choose} aria-haspopup="dialog">
        ${say('monitor.act')}<span class="hidden-text"> ${row.workerName}</span>
      </button>
    </td>
  </tr>`;
}

function cell(name, what) {
  return html`<td role="cell" class="cell ${name}-cell">
    <span class="label" aria-hidden="true">${say('monitor.' + name)}</span> <span class="value">${what}</span>
  </td>`;
}

function connection(row, now) {
  if (!isRunning(row)) {
    return '–';
  }
  const quiet = Math.floor((now - Date.parse(row.lastActivityAt)) / 60_000);
  return html`<span class="connection" data-connection=${row.connection}>
    ${say('monitor.connection.' + row.connection)}${quiet > 0 && row.connection !== 'online'
      ? html` <span class="quiet-for">${say('monitor.for-minutes', { n: number(quiet) })}</span>`
      : nothing}
  </span>`;
}

function progress(row) {
  const text = say('n-of-m', { n: number(row.answered), m: number(row.total) });
  return html`<span class="answered" data-answered=${row.answered}>
    <progress max=${Math.max(1, row.total)} value=${row.answered} aria-label=${say('monitor.progress')}></progress>
    <span>${text}${isRunning(row) ? html` <span class="at-page">${say('monitor.page', { n: row.pageIndex + 1 })}</span>` : nothing}</span>
  </span>`;
}

function left(row, now, terms, trouble) {
  if (!isRunning(row)) {
    return '–';
  }
  const seconds = secondsLeft(row, now, terms);
  const digits = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((it) =>
    String(it).padStart(2, '0'),
  );
  return html`<span class="digits" data-short=${trouble === 'short'}>${digits.join(':')}</span>`;
}

function score(row) {
  return row.score === null
    ? '–'
    : html`<span class="scored" data-result=${row.result ?? ''}>
        ${number(row.score)}${row.result ? html` <span class="result">${say('result.' + row.result)}</span>` : nothing}
      </span>`;
}
