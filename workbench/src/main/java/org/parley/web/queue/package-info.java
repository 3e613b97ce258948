/// **What do many texts say, once a statement?** The texts that somebody brought are grouped by
/// statement, among each other and against the record, and put in the order of what matters. A
/// person decides once a statement: new, says otherwise, confirms. Texts stay with
/// [org.parley.web.reading.RecentTexts]; what is decided is written through
/// [org.parley.web.service.CaseService], each source and each claim once.
///
/// Cost: grouping as in [org.parley.reading.statements.CaseStatements], once for each state of case
/// and texts.
@NullMarked
package org.parley.web.queue;

import org.jspecify.annotations.NullMarked;
