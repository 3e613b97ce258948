/// **What is measured beside the talks, day by day or month by month?**
///
/// A [Series] holds exact decimals by date, and by donor or country where it has several. It is one
/// text of a record, so that ten thousand values are read, merged and hidden as one.
@NullMarked
package org.parley.model.indicator;

import org.jspecify.annotations.NullMarked;
