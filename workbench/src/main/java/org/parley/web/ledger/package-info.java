/// **Who said what, when, and where was it read?** Claims with their filters, sources, meetings and
/// claims over time, and the history of the record itself.
///
/// Each page has one record that holds what it shows; templates decide nothing but layout.
@NullMarked
package org.parley.web.ledger;

import org.jspecify.annotations.NullMarked;
