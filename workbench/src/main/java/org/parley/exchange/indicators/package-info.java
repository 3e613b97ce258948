/// **How do files of prices, counts and sums become series?** A CSV file of two columns, of
/// SDMX-CSV (`TIME_PERIOD`, `OBS_VALUE` and dimensions), or of years and months by country. Numbers
/// stay exact decimals; every fault names its line, column and value.
@NullMarked
package org.parley.exchange.indicators;

import org.jspecify.annotations.NullMarked;
