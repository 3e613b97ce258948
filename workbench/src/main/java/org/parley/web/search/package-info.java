/// **Where does it say that?** Search over every record a viewer may see.
///
/// [SearchIndex] is made once for each reading of a case, from the view alone; what a viewer may
/// not see is not in it. Words are compared without case and accents, and found by their
/// beginnings. A search costs time in what it finds; making the index, linear time in the words of
/// the case.
@NullMarked
package org.parley.web.search;

import org.jspecify.annotations.NullMarked;
