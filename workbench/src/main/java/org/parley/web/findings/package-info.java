/// The page of findings: what is proved about a case, whether its certificates hold, and the check
/// of a finding that somebody brings as a file.
@NullMarked
package org.parley.web.findings;

import org.jspecify.annotations.NullMarked;
