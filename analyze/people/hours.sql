-- The hours of duty of each account, as far as they are known. Duty records count under any account of the person;
-- where there is no schedule, the person's shift, else [hours].

INSERT INTO account_hours
  SELECT a.account, d.account, coalesce(p.shift_start, h.hours_start), coalesce(p.shift_end, h.hours_end),
         iif(p.shift_start IS NULL, h.days, ''),
         iif(d.account IS NULL, iif(p.shift_start IS NULL,
             printf('%02d:%02d to %02d:%02d', h.hours_start / 60, h.hours_start % 60, h.hours_end / 60,
             h.hours_end % 60),
             printf('%02d:%02d to %02d:%02d', p.shift_start / 60, p.shift_start % 60, p.shift_end / 60,
                 p.shift_end % 60)), NULL)
    FROM account a LEFT JOIN person p ON p.person = a.person JOIN hours h
    LEFT JOIN (SELECT b.account AS holder, coalesce(max(iif(o.account = b.account, o.account, NULL)),
        min(o.account)) AS account
                 FROM account b JOIN account o ON o.owner = b.owner
                WHERE o.account IN (SELECT account FROM shift) GROUP BY b.account) d ON d.holder = a.account
   WHERE d.account NOT NULL
      OR (coalesce(p.shift_start, h.hours_start) <> coalesce(p.shift_end, h.hours_end)
          AND (p.shift_start IS NULL) = (p.shift_end IS NULL)
          AND NOT EXISTS (SELECT 1 FROM source WHERE kind = 'duty_schedule'));
