/// **Who said what, when, and where was it published?** Claims with their filters, sources,
/// meetings, the timeline, and the history.
///
/// Each page is one record of its content; templates decide only layout.
@NullMarked
package org.parley.web.ledger;

import org.jspecify.annotations.NullMarked;
