import { evaluated } from '../library/evaluated';

test.each([
  ['timestamp("2024-02-29T12:34:56.789Z").getFullYear()', 2024], ['timestamp("2024-02-29T12:34:56.789Z").getMonth()', 1], ['timestamp("2024-02-29T12:34:56.789Z").getDate()', 29],
  ['timestamp("2024-02-29T12:34:56.789Z").getDayOfMonth()', 28], ['timestamp("2024-02-29T12:34:56.789Z").getDayOfYear()', 59], ['timestamp("2024-02-29T12:34:56.789Z").getDayOfWeek()', 4],
  ['timestamp("2024-02-29T12:34:56.789Z").getMilliseconds()', 789], ['timestamp("2024-02-29T23:34:56Z").getDate("+01:00")', 1], ['timestamp("2024-07-01T12:00:00Z").getHours("Europe/Berlin")', 14],
  ['timestamp("2024-07-01T12:00:00Z").getHours("Nowhere/Town")', '!unknown time zone Nowhere/Town'], ['duration("90m").getHours()', 1], ['duration("90m").getMinutes()', 90], ['duration("1.5s").getMilliseconds()', 1500],
])('%s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});

// Each value is what cel-go gives, with the libraries of the API server itself.
test.each<[string, unknown]>([
  ['timestamp("2024-02-29T23:34:56.789Z").getFullYear()', 2024], ['timestamp("2024-02-29T23:34:56.789Z").getFullYear("+05:30")', 2024],
  ['timestamp("2024-02-29T23:34:56.789Z").getFullYear("America/New_York")', 2024], ['timestamp("2024-02-29T23:34:56.789Z").getMonth()', 1],
  ['timestamp("2024-02-29T23:34:56.789Z").getMonth("+05:30")', 2], ['timestamp("2024-02-29T23:34:56.789Z").getMonth("America/New_York")', 1],
  ['timestamp("2024-02-29T23:34:56.789Z").getDate()', 29], ['timestamp("2024-02-29T23:34:56.789Z").getDate("+05:30")', 1],
  ['timestamp("2024-02-29T23:34:56.789Z").getDate("America/New_York")', 29], ['timestamp("2024-02-29T23:34:56.789Z").getDayOfMonth()', 28],
  ['timestamp("2024-02-29T23:34:56.789Z").getDayOfMonth("+05:30")', 0], ['timestamp("2024-02-29T23:34:56.789Z").getDayOfMonth("America/New_York")', 28],
  ['timestamp("2024-02-29T23:34:56.789Z").getDayOfYear()', 59], ['timestamp("2024-02-29T23:34:56.789Z").getDayOfYear("+05:30")', 60],
  ['timestamp("2024-02-29T23:34:56.789Z").getDayOfYear("America/New_York")', 59], ['timestamp("2024-02-29T23:34:56.789Z").getDayOfWeek()', 4],
  ['timestamp("2024-02-29T23:34:56.789Z").getDayOfWeek("+05:30")', 5], ['timestamp("2024-02-29T23:34:56.789Z").getDayOfWeek("America/New_York")', 4],
  ['timestamp("2024-02-29T23:34:56.789Z").getHours()', 23], ['timestamp("2024-02-29T23:34:56.789Z").getHours("+05:30")', 5],
  ['timestamp("2024-02-29T23:34:56.789Z").getHours("America/New_York")', 18], ['timestamp("2024-02-29T23:34:56.789Z").getMinutes()', 34],
  ['timestamp("2024-02-29T23:34:56.789Z").getMinutes("+05:30")', 4], ['timestamp("2024-02-29T23:34:56.789Z").getMinutes("America/New_York")', 34],
  ['timestamp("2024-02-29T23:34:56.789Z").getSeconds()', 56], ['timestamp("2024-02-29T23:34:56.789Z").getSeconds("+05:30")', 56],
  ['timestamp("2024-02-29T23:34:56.789Z").getSeconds("America/New_York")', 56], ['timestamp("2024-02-29T23:34:56.789Z").getMilliseconds()', 789],
  ['timestamp("2024-02-29T23:34:56.789Z").getMilliseconds("+05:30")', 789], ['timestamp("2024-02-29T23:34:56.789Z").getMilliseconds("America/New_York")', 789],
  ['timestamp("1969-12-31T23:59:59.999Z").getFullYear()', 1969], ['timestamp("1969-12-31T23:59:59.999Z").getFullYear("+05:30")', 1970],
  ['timestamp("1969-12-31T23:59:59.999Z").getFullYear("America/New_York")', 1969], ['timestamp("1969-12-31T23:59:59.999Z").getMonth()', 11],
  ['timestamp("1969-12-31T23:59:59.999Z").getMonth("+05:30")', 0], ['timestamp("1969-12-31T23:59:59.999Z").getMonth("America/New_York")', 11],
  ['timestamp("1969-12-31T23:59:59.999Z").getDate()', 31], ['timestamp("1969-12-31T23:59:59.999Z").getDate("+05:30")', 1],
  ['timestamp("1969-12-31T23:59:59.999Z").getDate("America/New_York")', 31], ['timestamp("1969-12-31T23:59:59.999Z").getDayOfMonth()', 30],
  ['timestamp("1969-12-31T23:59:59.999Z").getDayOfMonth("+05:30")', 0], ['timestamp("1969-12-31T23:59:59.999Z").getDayOfMonth("America/New_York")', 30],
  ['timestamp("1969-12-31T23:59:59.999Z").getDayOfYear()', 364], ['timestamp("1969-12-31T23:59:59.999Z").getDayOfYear("+05:30")', 0],
  ['timestamp("1969-12-31T23:59:59.999Z").getDayOfYear("America/New_York")', 364], ['timestamp("1969-12-31T23:59:59.999Z").getDayOfWeek()', 3],
  ['timestamp("1969-12-31T23:59:59.999Z").getDayOfWeek("+05:30")', 4], ['timestamp("1969-12-31T23:59:59.999Z").getDayOfWeek("America/New_York")', 3],
  ['timestamp("1969-12-31T23:59:59.999Z").getHours()', 23], ['timestamp("1969-12-31T23:59:59.999Z").getHours("+05:30")', 5],
  ['timestamp("1969-12-31T23:59:59.999Z").getHours("America/New_York")', 18], ['timestamp("1969-12-31T23:59:59.999Z").getMinutes()', 59],
  ['timestamp("1969-12-31T23:59:59.999Z").getMinutes("+05:30")', 29], ['timestamp("1969-12-31T23:59:59.999Z").getMinutes("America/New_York")', 59],
  ['timestamp("1969-12-31T23:59:59.999Z").getSeconds()', 59], ['timestamp("1969-12-31T23:59:59.999Z").getSeconds("+05:30")', 59],
  ['timestamp("1969-12-31T23:59:59.999Z").getSeconds("America/New_York")', 59], ['timestamp("1969-12-31T23:59:59.999Z").getMilliseconds()', 999],
  ['timestamp("1969-12-31T23:59:59.999Z").getMilliseconds("+05:30")', 999], ['timestamp("1969-12-31T23:59:59.999Z").getMilliseconds("America/New_York")', 999],
  ['timestamp(0).getHours("-02:00")', 22], ['timestamp(0).getHours("02:00")', 2], ['timestamp(0).getHours("+2:00")', 2], ['timestamp(0).getHours("+24:00")', 0],
  ['timestamp(0).getHours("+25:00")', 1], ['timestamp(0).getHours("UTC")', 0], ['timestamp(0).getHours("")', 0],
  ['timestamp(0).getHours("Z")', '!unknown time zone Z'], ['timestamp(0).getHours("-00:30")', 23], ['timestamp(0).getHours("+00:60")', 1],
  ['timestamp(0).getHours("+00:59")', 0], ['timestamp(0).getHours("1:2")', 1], ['timestamp(0).getHours("a:b")', '!cannot read time zone: "a:b"'],
  ['timestamp(0).getHours("+02:00x")', '!cannot read time zone: "+02:00x"'], ['timestamp(0).getHours("europe/berlin")', '!unknown time zone europe/berlin'],
  ['timestamp(0).getMinutes("-00:30")', 30], ['timestamp(0).getMinutes("+05:45")', 45], ['timestamp(0).getMinutes("-05:45")', 15],
  ['duration("-90.5s").getHours()', 0], ['duration("-90.5s").getMinutes()', -1], ['duration("-90.5s").getSeconds()', -90],
  ['duration("-90.5s").getMilliseconds()', -90500], ['timestamp("2023-12-31T12:00:00Z").getDayOfYear()', 364],
  ['timestamp("2024-12-31T12:00:00Z").getDayOfYear()', 365], ['timestamp("2024-01-01T00:00:00Z").getDayOfYear()', 0],
])('there too, %s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});
