/// **Which findings of a case can be checked elsewhere?** Each with its problem and its
/// certificate.
@NullMarked
package org.parley.answer.findings;

import org.jspecify.annotations.NullMarked;
