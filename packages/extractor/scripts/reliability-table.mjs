// Tables of how often claims are right, and the expected calibration error. A reading is `{confidence, rule, right}`.

const edges = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01];

/** Readings by band of confidence; the first band takes all below 0.5, the last one 1.0 too. */
export const bandsOf = (readings) =>
  edges.slice(1).map((below, index) => ({
    name: index === 0 ? '< 0.5' : `${edges[index].toFixed(1)}-${Math.min(1, below).toFixed(1)}`,
    readings: readings.filter(({ confidence }) => confidence >= edges[index] && confidence < below),
  }));

const meanOf = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
export const shareRight = (readings) => meanOf(readings.map(({ right }) => (right ? 1 : 0)));
export const meanConfidence = (readings) => meanOf(readings.map(({ confidence }) => confidence));

/** Expected calibration error (Naeini et al. 2015): mean gap of confidence and share right, bands weighed by their size. */
export const calibrationError = (readings) =>
  bandsOf(readings)
    .filter((band) => band.readings.length > 0)
    .reduce(
      (sum, { readings: own }) =>
        sum + (own.length / readings.length) * Math.abs(meanConfidence(own) - shareRight(own)),
      0,
    );

const percent = (share) => `${(100 * share).toFixed(0)} %`;
const cellsOf = (readings) =>
  readings.length === 0
    ? ['0', '', '']
    : [String(readings.length), meanConfidence(readings).toFixed(2), percent(shareRight(readings))];

/** One markdown table: for each group n, mean confidence and share right, of the key and of the claims read by hand. */
export function tableOf(title, groups) {
  const head = [title, 'key: n', 'confidence', 'right', 'by hand: n', 'confidence', 'right'];
  const rows = groups.map(({ name, key, hand }) => [name, ...cellsOf(key), ...cellsOf(hand)]);
  return [head, head.map((_, index) => (index === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
