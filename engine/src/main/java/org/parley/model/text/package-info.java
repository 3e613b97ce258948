/// **What is negotiated?** The instruments of a settlement with their dated events, and their
/// points: versions of the text with brackets, the ways to settle a point, its components.
@NullMarked
package org.parley.model.text;

import org.jspecify.annotations.NullMarked;
