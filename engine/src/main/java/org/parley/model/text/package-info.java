/// **What is negotiated?** The instruments of a settlement with their dated events, and their
/// points: options, components, and versions of the text with brackets.
@NullMarked
package org.parley.model.text;

import org.jspecify.annotations.NullMarked;
