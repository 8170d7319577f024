-- clause:   32.6.5(3)
-- title:    No surveillance for protected activity or class alone
-- says:     No surveillance based solely on religious, political or other constitutionally protected activity or class.
-- means:    Who was searched for because of their religion, politics, sex or origin, no record here shows. To test it,
--           the log would have to export sex and race of the person selected, as the gallery has them, and the place
--           and occasion of the probe image; the reports, the crime that each search was for.
-- remedy:   Ask the host to export sex and race of those selected, and have a second person release searches of
--           crowds and events.

-- found:
SELECT iif((SELECT count(*) FROM search_with_purpose) = 0, 'No reason was exported.',
           printf('Searches whose reason names protected activity and no crime: %d of %d whose reason was understood '
                  || '(unauthorized-purpose).',
                  (SELECT count(*) FROM search_with_purpose WHERE purpose_detail = 'protected activity'),
                  (SELECT count(*) FROM search_with_purpose)));
