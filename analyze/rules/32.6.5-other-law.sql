-- clause:   32.6.5(4)
-- title:    Nothing that law or policy forbids
-- says:     Nothing that other law or policy forbids.
-- means:    Which other law or policy bears on a search, a person has to say.
-- remedy:   Have counsel list once a year which laws and policies bear on searches.

-- found:
SELECT iif((SELECT count(*) FROM search_with_purpose) = 0, 'No reason was exported.',
           printf('Searches whose reason says another purpose that is not one of the four: %d of %d whose reason was '
                  || 'understood (unauthorized-purpose).',
                  (SELECT count(*) FROM search_with_purpose
                    WHERE purpose = 'unauthorized' AND coalesce(purpose_detail, 'other') = 'other'),
                  (SELECT count(*) FROM search_with_purpose)));
