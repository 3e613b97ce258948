/// **What is on record in one case, and who sees what of it?** [Case] holds all records. Engines
/// see only a [CaseView]: the part visible to one [org.parley.model.Viewer].
@NullMarked
package org.parley.model.cases;

import org.jspecify.annotations.NullMarked;
