/// **What does an anonymous veto cost?** Whole rounds of several delegations, and the bare
/// exponentiations they are made of.
@NullMarked
package org.parley.bench.veto;

import org.jspecify.annotations.NullMarked;
