/// **What can be said, in short, of the three questions that the talks are followed for?**
///
/// Accord or stalemate, who bears the burden, and effects on energy and food. [Memos] gathers what
/// other answers found and computes nothing of its own; each memo also says what cannot be said.
@NullMarked
package org.parley.answer.memo;

import org.jspecify.annotations.NullMarked;
