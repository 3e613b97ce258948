/// **What makes a set of records a case?** [CaseChecks] checks the records together and reports
/// every violation, each with its path and advice.
@NullMarked
package org.parley.model.checks;

import org.jspecify.annotations.NullMarked;
