/// **How long does it take to save the incidents of a file?** [SavingBench] takes a table in as the
/// browser does, in a served folder and in a served journal.
@NullMarked
package org.parley.bench.incidents;

import org.jspecify.annotations.NullMarked;
