/// **What can a program ask, and what does it get?** The table of the API, and the OpenAPI document
/// generated from it.
///
/// A [Line] describes one route: parameters, request body, answer and access. An undeclared
/// parameter cannot be read and is refused, so the document is what the code does. Shapes of
/// answers are written in a short notation, see [Types].
@NullMarked
package org.parley.web.api.line;

import org.jspecify.annotations.NullMarked;
