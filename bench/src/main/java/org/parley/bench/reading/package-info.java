/// **How well are news texts read, and at what cost?** Precision, recall and F1 against annotated
/// texts, by their own scoring rules; time and memory of reading.
@NullMarked
package org.parley.bench.reading;

import org.jspecify.annotations.NullMarked;
