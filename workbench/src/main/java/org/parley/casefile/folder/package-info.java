/// **How does a case stand in a folder, and how is it changed there?** The entry is
/// [CaseFolder][org.parley.casefile.folder.CaseFolder].
///
/// A change rewrites the keys that change and nothing else: comments and order survive. What it
/// would leave behind is read back first and must mean the case that was wanted, before a byte on
/// disk changes; either all files change or none.
@NullMarked
package org.parley.casefile.folder;

import org.jspecify.annotations.NullMarked;
