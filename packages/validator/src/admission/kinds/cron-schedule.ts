import { scheduleProblem } from '../formats/schedule.ts';
import { isTimeZone } from '../formats/time-zone.ts';
import type { Rule } from '../rule.ts';
import { shown } from '../shown.ts';

/** Of a CronJob. Source: batch validation, `validateCronJobSpec`, `ValidateCronJobCreate`. */
export const cronSchedule: Rule = {
  explanation: {
    code: 'SEA3157',
    title: 'The schedule, time zone or name of a CronJob cannot be',
    meaning:
      'A schedule has five fields (minute, hour, day of the month, month, day of the week) or is a word such as @daily. The time zone is a ' +
      'name of the IANA database in spec.timeZone, not in the schedule. The name has at most 52 characters, because the names of the jobs ' +
      'are longer by 11.',
    fix: 'Correct the schedule as the finding says; crontab.guru explains each field.',
  },
  check(object, refuse) {
    const [schedule, zone, name] = [
      object.at('spec', 'schedule'),
      object.at('spec', 'timeZone'),
      object.at('metadata', 'name'),
    ];
    if (schedule.value === '') refuse(schedule, 'is empty', 'Write a schedule such as "0 3 * * *".');
    else if (schedule.text !== undefined) {
      const problem = schedule.text.includes('TZ')
        ? 'the time zone has a field of its own'
        : scheduleProblem(schedule.text);
      if (problem !== undefined)
        refuse(
          schedule,
          `is ${shown(schedule.text)}, which is no schedule: ${problem}`,
          'Write a schedule such as "0 3 * * *", and a time zone in spec.timeZone.',
        );
    }
    if (zone.text !== undefined && !isTimeZone(zone.text))
      refuse(
        zone,
        `is ${shown(zone.text)}, which is no time zone`,
        'Write a name such as "Europe/Paris" or "Etc/UTC".',
      );
    if (name.text !== undefined && name.text.length > 52)
      refuse(name, `has ${name.text.length} characters; the name of a CronJob has at most 52`, 'Shorten it.');
  },
};
