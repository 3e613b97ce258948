/// **Who said what, when, and where was it published?** Sources, claims, meetings and items. A
/// claim is never merged, edited into agreement or deleted: it is superseded, retracted or
/// contradicted, and stays readable.
@NullMarked
package org.parley.model.claim;

import org.jspecify.annotations.NullMarked;
