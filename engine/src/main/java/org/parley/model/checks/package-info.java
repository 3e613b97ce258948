/// **What makes a set of records a case?** [CaseChecks] looks at the records together and reports
/// every violation, not the first; each has the path of what is wrong and advice.
@NullMarked
package org.parley.model.checks;

import org.jspecify.annotations.NullMarked;
