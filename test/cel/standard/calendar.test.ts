import { evaluated } from '../library/evaluated';

test.each([
  ['timestamp("2024-02-29T12:34:56.789Z").getFullYear()', 2024], ['timestamp("2024-02-29T12:34:56.789Z").getMonth()', 1], ['timestamp("2024-02-29T12:34:56.789Z").getDate()', 29],
  ['timestamp("2024-02-29T12:34:56.789Z").getDayOfMonth()', 28], ['timestamp("2024-02-29T12:34:56.789Z").getDayOfYear()', 59], ['timestamp("2024-02-29T12:34:56.789Z").getDayOfWeek()', 4],
  ['timestamp("2024-02-29T12:34:56.789Z").getMilliseconds()', 789], ['timestamp("2024-02-29T23:34:56Z").getDate("+01:00")', 1], ['timestamp("2024-07-01T12:00:00Z").getHours("Europe/Berlin")', 14],
  ['timestamp("2024-07-01T12:00:00Z").getHours("Nowhere/Town")', '!unknown time zone Nowhere/Town'], ['duration("90m").getHours()', 1], ['duration("90m").getMinutes()', 90], ['duration("1.5s").getMilliseconds()', 1500],
])('%s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});
