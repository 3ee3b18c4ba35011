-- "Good news" on the first page of the day asks for the newest wins; with an index by day it reads only those.
CREATE INDEX win_by_day ON win (day);
