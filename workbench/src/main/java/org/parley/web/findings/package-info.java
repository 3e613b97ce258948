/// **Do the proofs of a case hold?** The page of findings with the verdict on each certificate, and
/// the check of an uploaded finding.
@NullMarked
package org.parley.web.findings;

import org.jspecify.annotations.NullMarked;
