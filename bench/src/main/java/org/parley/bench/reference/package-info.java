/// **How long does it take to read and join the collections, and to find precedents?** Run with the
/// folder of the files, `../shared/data/reference` by default.
@NullMarked
package org.parley.bench.reference;

import org.jspecify.annotations.NullMarked;
