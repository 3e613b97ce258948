/// Columnar files of Apache Parquet, read and written in memory.
@NullMarked
package org.parley.exchange.parquet;

import org.jspecify.annotations.NullMarked;
