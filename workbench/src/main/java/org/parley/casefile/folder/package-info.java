/// **How is a case stored in a folder, and how is it edited there?** The entry is
/// [CaseFolder][org.parley.casefile.folder.CaseFolder].
///
/// An edit rewrites only the changed keys: comments and order survive. The result is read back and
/// must mean the intended case before a byte on disk changes. All files change or none.
@NullMarked
package org.parley.casefile.folder;

import org.jspecify.annotations.NullMarked;
