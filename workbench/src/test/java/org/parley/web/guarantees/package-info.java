/// Tests of the drawings on the page of the guarantees.
@NullMarked
package org.parley.web.guarantees;

import org.jspecify.annotations.NullMarked;
