/// **What do guarantees look like to a program?** Duties, coverage, burden and faults.
@NullMarked
package org.parley.answer.guarantees;

import org.jspecify.annotations.NullMarked;
