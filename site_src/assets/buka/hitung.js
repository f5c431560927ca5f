/* Open, closed or unknown, and the next change, from the few bytes that site_src/pages/open_now.py writes. WIB is seven hours ahead of UTC all year:
   the phone's own zone is never asked. Past the last day the answer is “unknown”. */
var jamBuka = function (text) {
  'use strict';
  var part = text.split(' '), start = Date.parse(part[0] + 'T00:00:00Z'), DAY = 1440;
  var patterns = part[2].split('/').map(function (day) {
    return day.match(/\d+[bcu]/g).map(function (one) { return { minute: parseInt(one, 10), state: one.slice(-1) }; });
  });
  var odd = {}, last = 0;
  part.slice(4).forEach(function (one) { var pair = one.split(':'); odd[last += +pair[0]] = pair[1]; });
  var monday = (new Date(start).getUTCDay() + 6) % 7, length = +part[1];
  function changes(day) { return patterns[parseInt(odd[day] || part[3][(monday + day) % 7], 36)]; }
  function place(now) {
    var minutes = Math.floor((now + 7 * 3600000 - start) / 60000), day = Math.floor(minutes / DAY);
    return { day: day, minute: minutes - day * DAY };
  }
  function state(now) {
    var here = place(now), found = 'u';
    if (here.day >= 0 && here.day < length) changes(here.day).forEach(function (one) { if (one.minute <= here.minute) found = one.state; });
    return found;
  }
  /* When it opens, or, while it is open, when it ends; nothing where the data end first. */
  function next(now) {
    var here = place(now), open = state(now) === 'b', found;
    for (var day = Math.max(here.day, 0); day < length && !found; day += 1)
      changes(day).forEach(function (one) {
        if (!found && (day > here.day || one.minute > here.minute) && (one.state === 'b') !== open)
          found = { ahead: day - here.day, date: new Date(start + day * 864e5), minute: one.minute };
      });
    return found;
  }
  return { state: state, next: next };
};
