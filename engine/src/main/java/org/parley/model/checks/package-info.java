/// **When do records form a case?** [CaseChecks] validates the records together and reports every
/// violation, each with its path and advice.
@NullMarked
package org.parley.model.checks;

import org.jspecify.annotations.NullMarked;
