/// **Who said what, when, and where was it read?** Sources and the claims read in them, and the
/// meetings at which they were made. A claim is never merged, edited into agreement or deleted: it
/// is superseded, retracted or contradicted, and stays readable.
@NullMarked
package org.parley.model.claim;

import org.jspecify.annotations.NullMarked;
