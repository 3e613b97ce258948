/// **Which cases of a server may somebody see, how does each stand, and what waits there?**
///
/// [HostedCases] opens each case when it is first asked for, and closes it when nobody has for a
/// while. Who may come in is decided before a case is opened, from what is in memory. So a case
/// that somebody may not see costs them no more and no less than one that does not exist.
@NullMarked
package org.parley.web.cases;

import org.jspecify.annotations.NullMarked;
