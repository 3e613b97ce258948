/// **How are series shown beside the events of a case?** A chart of each, its windows and ranks,
/// and a form to read one from a file.
@NullMarked
package org.parley.web.indicators;

import org.jspecify.annotations.NullMarked;
