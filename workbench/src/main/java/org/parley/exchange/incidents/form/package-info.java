/// **What does one record of each form say?**
///
/// A row of UCDP GED, a row under HXL tags, a PLOVER event, a GeoJSON feature, an object of
/// Parley's own: each becomes a [org.parley.exchange.incidents.LogRecord] or is kept aside with the
/// reason. Whatever a record holds, reading it ends in one of the two.
@NullMarked
package org.parley.exchange.incidents.form;

import org.jspecify.annotations.NullMarked;
