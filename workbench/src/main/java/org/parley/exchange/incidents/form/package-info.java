/// **What does one record of each form contain?**
///
/// Forms are a row of UCDP GED, a row under HXL tags, a PLOVER event, a GeoJSON feature, and an
/// object of Parley's own. Each becomes a [org.parley.exchange.incidents.facts.LogRecord] or is
/// skipped with the reason. No other outcome exists.
@NullMarked
package org.parley.exchange.incidents.form;

import org.jspecify.annotations.NullMarked;
