/// **What does one record of each form contain?**
///
/// A row of UCDP GED, a row under HXL tags, a PLOVER event, a GeoJSON feature, an object of
/// Parley's own: each becomes a [org.parley.exchange.incidents.LogRecord] or is set aside with the
/// reason. No other outcome exists.
@NullMarked
package org.parley.exchange.incidents.form;

import org.jspecify.annotations.NullMarked;
