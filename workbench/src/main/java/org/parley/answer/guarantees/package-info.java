/// **How are guarantees written as JSON?** Duties, coverage, burden sharing and authoring faults.
@NullMarked
package org.parley.answer.guarantees;

import org.jspecify.annotations.NullMarked;
