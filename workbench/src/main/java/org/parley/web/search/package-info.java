/// **Where does it say that?** Search over every record a viewer may see.
///
/// [SearchIndex] is made from the view of one viewer alone; what a viewer may not see is not found
/// in it. Words are compared without case and accents, and found by their beginnings. A search
/// costs time in what it finds; making the index, linear time in the words of the case; going on
/// from it after a change, time in what changed and in the number of records.
@NullMarked
package org.parley.web.search;

import org.jspecify.annotations.NullMarked;
