-- clause:   32.6.5(2)
-- title:    Nobody is harassed or intimidated
-- says:     No harassing or intimidating anyone.
-- means:    What became of a person after a search, no record here shows: complaints and internal affairs files would
--           have to be held against the people selected.
-- remedy:   Hold complaints and internal affairs files against the people selected once a year.

-- found:
SELECT iif((SELECT count(*) FROM search_with_purpose) = 0, 'No reason was exported.',
           printf('Searches whose reason says that somebody is to be harassed or punished: %d of %d whose reason was '
                  || 'understood (unauthorized-purpose).',
                  (SELECT count(*) FROM search_with_purpose WHERE purpose_detail = 'harassment'),
                  (SELECT count(*) FROM search_with_purpose)))
       || (SELECT iif(status = 'not tested', ' Whether one person was selected again and again was not tested.',
                      printf(' Accounts that selected one person again and again without a report: %d of %d that '
                             || 'selected anybody (repeat-subject).', exceptions, tested))
             FROM rule WHERE rule = 'repeat-subject');
